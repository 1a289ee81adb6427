#include "loopback_server.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <stdexcept>

namespace latchkey::phone {

namespace {

qsizetype contentLength(const QByteArray& headers) {
    const QByteArray lower = headers.toLower();
    const qsizetype start = lower.indexOf("content-length:");
    if (start < 0) return 0;
    const QByteArray rest = lower.mid(start + 15);
    return rest.left(rest.indexOf('\r')).trimmed().toLongLong();
}

} // namespace

LoopbackServer::LoopbackServer() {
    if (!m_listener.listen(QHostAddress::LocalHost, 0)) throw std::runtime_error("no free loopback port");
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] {
        QTcpSocket* socket = m_listener.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(*socket); });
    });
}

void LoopbackServer::answer(const QByteArray& status, const QByteArray& body,
                            const QByteArray& extraHeaders) {
    answerRaw("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
              QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n" + body);
}

std::string LoopbackServer::url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(m_listener.serverPort()) + path;
}

void LoopbackServer::serve(QTcpSocket& socket) {
    const QByteArray received = socket.peek(1 << 20);
    const qsizetype headersEnd = received.indexOf("\r\n\r\n");
    if (headersEnd < 0) return;
    const qsizetype lineEnd = received.indexOf("\r\n");
    const Request request{received.left(lineEnd), received.mid(lineEnd + 2, headersEnd - lineEnd),
                          received.mid(headersEnd + 4)};
    if (request.body.size() < contentLength(request.headers)) return;
    socket.readAll();
    m_requests.append(request);
    if (m_answer.isEmpty()) return;
    socket.write(m_answer);
    socket.disconnectFromHost();
}

} // namespace latchkey::phone
