#include "app/discovery/key_probe.h"

#include "app/client/tls_key.h"

#include <QSslCertificate>
#include <QSslError>

#include <utility>

namespace latchkey {

KeyProbe::KeyProbe(const WebAddress& server, Scheduler& scheduler, Answered answered)
    : m_answered(std::move(answered)) {
    // Queued: whoever is told may destroy this, and with it the socket that is talking.
    connect(
        &m_socket, &QSslSocket::encrypted, this,
        [this] {
            if (const auto key = fingerprintOf(m_socket.peerCertificate())) return finish(*key);
            finish(Failure{std::string("the server's certificate cannot be read")});
        },
        Qt::QueuedConnection);
    connect(
        &m_socket, &QSslSocket::errorOccurred, this,
        [this] { finish(Failure{m_socket.errorString().toStdString()}); }, Qt::QueuedConnection);
    m_limit = scheduler.after(kPatience,
                              [this] { finish(Failure{std::string("the server does not answer in time")}); });
    QString host = QString::fromStdString(server.host());
    if (host.startsWith('[')) host = host.mid(1, host.size() - 2);
    m_socket.connectToHostEncrypted(host, server.port());
}

// The last thing this object does: the callback may destroy it.
void KeyProbe::finish(Result<KeyFingerprint, std::string> result) {
    m_limit.cancel();
    const Answered answered = std::exchange(m_answered, nullptr);
    if (answered) answered(std::move(result));
}

} // namespace latchkey
