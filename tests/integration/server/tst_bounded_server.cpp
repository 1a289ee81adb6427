// The front: what a client may cost, over real sockets, with short deadlines.
#include "server/http/bounded_server.h"
#include "tests/support/show_strings.h"

#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

class RunningServer {
  public:
    explicit RunningServer(int workers, FrontLimits limits) : m_server(workers, limits) {
        m_server.Get("/hello",
                     [](const httplib::Request&, httplib::Response& response) { response.body = "hello"; });
        m_server.Post("/echo", [](const httplib::Request& request, httplib::Response& response) {
            response.body = request.body + " from " + request.remote_addr;
        });
        m_port = *m_server.bind({"127.0.0.1", 0});
        m_thread = std::thread([this] { m_server.serve(); });
    }
    ~RunningServer() {
        m_server.finish();
        m_thread.join();
    }

    std::unique_ptr<QTcpSocket> connect() const {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost("127.0.0.1", m_port);
        if (!socket->waitForConnected(30'000)) qFatal("not connected");
        return socket;
    }

  private:
    BoundedServer m_server;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

// Everything the server sends until it has sent that, or closes.
QByteArray readUntil(QTcpSocket& socket, const QByteArray& end) {
    QByteArray received;
    while (!received.contains(end)) {
        if (!socket.waitForReadyRead(30'000)) break;
        received += socket.readAll();
    }
    return received + socket.readAll();
}

QByteArray readToTheEnd(QTcpSocket& socket) {
    return readUntil(socket, "never sent");
}

FrontLimits shortLimits() {
    FrontLimits limits;
    limits.requestTime = 300ms;
    limits.idleTime = 300ms;
    limits.contendedSilence = 50ms;
    return limits;
}

const QByteArray kHello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

} // namespace

class TestBoundedServer : public QObject {
    Q_OBJECT

  private slots:
    void servesManyRequestsOnAConnectionAlsoPipelined() {
        const RunningServer server(2, {});
        const auto socket = server.connect();
        for (int i = 0; i < 10; ++i) {
            socket->write(kHello);
            QVERIFY(readUntil(*socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
        socket->write(kHello + kHello +
                      "POST /echo HTTP/1.1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
        const QByteArray answers = readToTheEnd(*socket);
        QCOMPARE(answers.count("HTTP/1.1 200"), 3);
        QVERIFY(answers.endsWith("abc from 127.0.0.1"));
    }

    void readsChunkedBodiesAndAsksForAnnouncedOnes() {
        const RunningServer server(2, {});
        const auto socket = server.connect();
        socket->write(
            "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        QVERIFY(readUntil(*socket, "abcde from").contains("200"));
        socket->write("POST /echo HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        QVERIFY(readUntil(*socket, "100 Continue\r\n\r\n").startsWith("HTTP/1.1 100"));
        socket->write("xyz");
        const QByteArray answer = readUntil(*socket, "xyz from");
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
    }

    void refusesWhatIsTooLargeOrBroken_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("long header") << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x'))
                                     << QByteArray("431");
        QTest::newRow("many headers")
            << QByteArray("GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(101) + "\r\n")
            << QByteArray("431");
        QTest::newRow("large body") << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: 70000\r\n\r\n")
                                    << QByteArray("413");
        QTest::newRow("two lengths")
            << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na")
            << QByteArray("400");
        QTest::newRow("unfinished") << QByteArray("GET / HTTP/1.1\r\nX: y\r\n") << QByteArray("408");
        QTest::newRow("unfinished body")
            << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc") << QByteArray("408");
        QTest::newRow("nonsense") << QByteArray("\x16\x03\x01\r\n\r\n") << QByteArray("400");
        QTest::newRow("not found") << QByteArray("GET /other HTTP/1.1\r\nConnection: close\r\n\r\n")
                                   << QByteArray("404");
    }
    void refusesWhatIsTooLargeOrBroken() {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        const RunningServer server(2, shortLimits());
        const auto socket = server.connect();
        socket->write(request);
        const QByteArray answer = readToTheEnd(*socket);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer);
        QVERIFY(answer.contains("X-Content-Type-Options: nosniff"));
        QVERIFY(answer.contains("Content-Security-Policy:"));
    }

    void anEndlessHeaderIsCutOffEarly() {
        const RunningServer server(2, {});
        const auto socket = server.connect();
        qint64 sent = 0;
        const QByteArray line = "X: " + QByteArray(1000, 'y') + "\r\n";
        socket->write("GET / HTTP/1.1\r\n");
        while (socket->state() == QAbstractSocket::ConnectedState && sent < 100'000'000) {
            sent += socket->write(line);
            if (!socket->waitForBytesWritten(30'000)) break;
            if (socket->bytesAvailable() > 0) break;
        }
        QVERIFY2(sent < 20'000'000, qPrintable(QString::number(sent))); // what fits into the kernel's buffers
    }

    void idleConnectionsDoNotStarveTheOthers() {
        const RunningServer server(2, {}); // 75 s of idleness are allowed, but not while somebody waits
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 20; ++i) {
            idle.push_back(server.connect());
            idle.back()->write(kHello);
            QVERIFY(readUntil(*idle.back(), "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
    }

    void silentConnectionsDoNotStarveTheOthers() {
        FrontLimits limits;
        limits.contendedSilence = 50ms;
        const RunningServer server(2, limits);
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 10; ++i) silent.push_back(server.connect());
        const auto socket = server.connect();
        socket->write(kHello);
        QVERIFY(readUntil(*socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
    }

    void stopsWhileConnectionsAreIdle() {
        std::unique_ptr<QTcpSocket> socket;
        {
            const RunningServer server(2, {});
            socket = server.connect();
            socket->write(kHello);
            QVERIFY(readUntil(*socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        } // returns, although the connection could stay for 75 s
        QVERIFY(socket->state() == QAbstractSocket::UnconnectedState || socket->waitForDisconnected(30'000));
    }
};

QTEST_GUILESS_MAIN(TestBoundedServer)
#include "tst_bounded_server.moc"
