// The front over a few routes, in this process, and raw sockets to it.
#pragma once

#include "server/http/bounded_server.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>

namespace latchkey {

class RunningFront {
  public:
    using Setup = std::function<void(BoundedServer&)>;
    static constexpr std::size_t kLarge = 8'000'000; // bytes at /large, more than a socket takes at once

    // setup: what is to be set before it serves.
    explicit RunningFront(
        int workers, FrontLimits limits = {}, const Setup& setup = [](BoundedServer&) {})
        : m_server(workers, limits) {
        m_server.Get("/hello",
                     [](const httplib::Request&, httplib::Response& response) { response.body = "hello"; });
        m_server.Get("/large", [](const httplib::Request&, httplib::Response& response) {
            response.body = std::string(kLarge, 'x');
        });
        m_server.Get("/provided", [](const httplib::Request&, httplib::Response& response) {
            response.set_content_provider(
                8, "text/plain", [](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                    return sink.write(&"provided"[offset], length);
                });
        });
        m_server.Get("/held", [this](const httplib::Request&, httplib::Response& response) {
            ++m_held;
            Reactor::mayTakeLong();
            m_released.wait(false);
            response.body = "released";
        });
        m_server.Post("/echo", [](const httplib::Request& request, httplib::Response& response) {
            response.body = request.body + " from " + request.remote_addr;
        });
        setup(m_server);
        auto listener = Listener::open({"127.0.0.1", 0});
        if (!listener) qFatal("%s", listener.error().c_str());
        m_port = listener->address().port;
        m_server.listen(*std::move(listener));
        m_thread = std::thread([this] { m_server.serve(); });
    }
    ~RunningFront() {
        release();
        m_server.finish();
        m_thread.join();
    }
    RunningFront(const RunningFront&) = delete;
    RunningFront& operator=(const RunningFront&) = delete;

    BoundedServer& server() { return m_server; }
    // How many requests have come to /held.
    int held() const { return m_held; }
    // Lets /held answer.
    void release() {
        m_released = true;
        m_released.notify_all();
    }
    int port() const { return m_port; }

    // from: an address of this machine's own; none: its usual one.
    std::unique_ptr<QTcpSocket> connect(const QString& from = QString()) const {
        auto socket = std::make_unique<QTcpSocket>();
        if (!from.isEmpty()) socket->bind(QHostAddress(from));
        socket->connectToHost("127.0.0.1", m_port);
        if (!socket->waitForConnected(30'000)) qFatal("not connected");
        return socket;
    }

  private:
    std::atomic<int> m_held = 0;
    std::atomic<bool> m_released = false;
    BoundedServer m_server;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

// A time for a request that a test can wait out, and in which a client sends what it has to, also where the
// machine stands still for a moment.
inline constexpr std::chrono::milliseconds kRequestTime{2000};

inline FrontLimits requestsWithin(std::chrono::milliseconds time = kRequestTime) {
    FrontLimits limits;
    limits.requestTime = time;
    return limits;
}

// Everything the server sends until it has sent that, or closes.
inline QByteArray readUntil(QIODevice& socket, const QByteArray& end) {
    QByteArray received;
    while (!received.contains(end)) {
        if (!socket.waitForReadyRead(30'000)) break;
        received += socket.readAll();
    }
    return received + socket.readAll();
}

// The value of an answer's first header line of that name.
inline QByteArray headerOf(const QByteArray& answer, const QByteArray& name) {
    const qsizetype begin = answer.indexOf(name + ": ") + name.size() + 2;
    return answer.mid(begin, answer.indexOf("\r\n", begin) - begin);
}

inline QByteArray readToTheEnd(QIODevice& socket) {
    return readUntil(socket, "never sent");
}

} // namespace latchkey
