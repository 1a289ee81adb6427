#include "tests/support/loopback_server.h"

#include <QTcpSocket>
#include <QUrl>

#include <algorithm>

namespace latchkey {

LoopbackServer::LoopbackServer() {
    connect(&m_listener, &QTcpServer::newConnection, this, &LoopbackServer::onConnection);
    restart();
}

WebAddress LoopbackServer::address() const {
    return *WebAddress::parse("http://127.0.0.1:" + std::to_string(m_port.port()));
}

void LoopbackServer::stop() {
    m_listener.close();
    m_waiting.clear();
    for (QTcpSocket* socket : m_buffers.keys()) socket->abort();
}

void LoopbackServer::restart() {
    if (!m_listener.listen(QHostAddress::LocalHost, m_port.port()))
        qFatal("cannot listen on the loopback port: %s", qPrintable(m_listener.errorString()));
}

QList<LoopbackServer::Request> LoopbackServer::requests(const QByteArray& route) const {
    QList<Request> found;
    std::ranges::copy_if(m_requests, std::back_inserter(found),
                         [&](const Request& request) { return request.path == route; });
    return found;
}

int LoopbackServer::held(const QByteArray& route) const {
    return static_cast<int>(std::ranges::count_if(
        m_waiting, [&](const Waiting& waiting) { return waiting.route == route && waiting.socket; }));
}

int LoopbackServer::release(const QByteArray& route, const Answer& answer) {
    int released = 0;
    for (const Waiting& waiting : std::exchange(m_waiting, {})) {
        if (waiting.route != route) {
            m_waiting.append(waiting);
        } else if (waiting.socket) {
            send(waiting.socket, answer);
            ++released;
        }
    }
    return released;
}

void LoopbackServer::onConnection() {
    while (QTcpSocket* socket = m_listener.nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadable(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            m_waiting.removeIf([&](const Waiting& waiting) { return waiting.socket == socket; });
            socket->deleteLater();
        });
    }
}

void LoopbackServer::onReadable(QTcpSocket* socket) {
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) return;

    QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    const QList<QByteArray> start = lines.takeFirst().trimmed().split(' ');
    const QUrl target(QString::fromLatin1(start.value(1)));
    Request request{start.value(0), target.path().toLatin1(), QUrlQuery(target), {}, {}};
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length", "0").toLongLong();
    if (buffer.size() < headEnd + 4 + length) return;
    request.body = buffer.mid(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    serve(socket, std::move(request));
}

void LoopbackServer::serve(QTcpSocket* socket, Request request) {
    const QByteArray route = request.path;
    m_requests.append(std::move(request));
    m_waiting.append({route, socket});
    m_mostAtOnce = std::max(m_mostAtOnce, static_cast<int>(m_waiting.size()));

    QList<Answer>& once = m_once[route];
    const Answer answer =
        once.isEmpty() ? m_answers.value(route, Answer::json("not scripted", 404)) : once.takeFirst();
    if (answer.manner != Answer::Manner::Hold) m_waiting.removeLast();
    if (answer.manner == Answer::Manner::Slam) socket->abort();
    if (answer.manner == Answer::Manner::Send) send(socket, answer);
    if (answer.manner == Answer::Manner::Raw) {
        socket->write(answer.body);
        socket->disconnectFromHost();
    }
    emit requested();
}

void LoopbackServer::send(QTcpSocket* socket, const Answer& answer) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\nContent-Length: " +
                      QByteArray::number(answer.body.size() + answer.missing) + "\r\n";
    for (const QByteArray& line : answer.headers) head += line + "\r\n";
    socket->write(head + "\r\n" + answer.body);
    socket->flush();
}

} // namespace latchkey
