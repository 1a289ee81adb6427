// Has the server write down what happened at this screen: the way out of the kiosk, and who tried it in vain.
// For a registered screen only; what an unregistered one says proves nothing.
//
// One at a time, in order. What cannot be told is in this machine's own log alone, and does not keep the next
// one waiting.
#pragma once

#include "app/client/server_api.h"

#include <QObject>

#include <chrono>
#include <deque>

namespace latchkey {

class EventReporter : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kFlushWithin{2};

    // The API has to outlive this.
    explicit EventReporter(ServerApi& api);

    void report(const KioskEvent& event);
    bool idle() const { return !m_call; }

    // Before the program ends: runs the event loop until everything is told, or for kFlushWithin.
    void flush();

  signals:
    void settled(); // idle again
    void failed(const QString& sentence);

  private:
    void next();

    ServerApi& m_api;
    std::deque<KioskEvent> m_waiting;
    ServerApi::Pending m_call;
};

} // namespace latchkey
