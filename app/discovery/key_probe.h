// Asks a server for its TLS key: one handshake, and nothing is said after it. The machine's authorities have
// to vouch for the certificate, as for every other connection.
#pragma once

#include "app/client/scheduler.h"
#include "common/key_fingerprint.h"
#include "common/result.h"
#include "common/web_address.h"

#include <QObject>
#include <QSslSocket>

#include <functional>
#include <string>

namespace latchkey {

class KeyProbe : public QObject {
    Q_OBJECT

  public:
    using Answered = std::function<void(Result<KeyFingerprint, std::string>)>;

    static constexpr std::chrono::seconds kPatience{10};

    // server: an https one. Answers once, from the event loop, unless this is destroyed first. On failure: a
    // sentence for a person. The scheduler has to outlive this.
    KeyProbe(const WebAddress& server, Scheduler& scheduler, Answered answered);

  private:
    void finish(Result<KeyFingerprint, std::string> result);

    QSslSocket m_socket;
    Answered m_answered;
    Scheduler::Call m_limit;
};

} // namespace latchkey
