// Hides the mouse pointer when it has stood still for a while, and at once when somebody touches the screen;
// shows it again when the mouse moves.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>
#include <QPointF>

namespace latchkey {

class IdlePointer : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kShownFor{3};

    // For the whole application, which has to be there, as long as this lives.
    explicit IdlePointer(Scheduler& scheduler);
    ~IdlePointer() override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void onMoved(QPointF place);
    void waitForStillness();
    void setHidden(bool hidden);

    Scheduler& m_scheduler;
    bool m_hidden = false;
    QPointF m_place;
    Scheduler::Instant m_movedAt;
    Scheduler::Call m_still;
};

} // namespace latchkey
