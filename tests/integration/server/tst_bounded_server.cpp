// The front: what a client may cost, over real sockets, with short deadlines.
#include "tests/support/eventually.h"
#include "tests/support/running_front.h"

#include <QTest>

#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

const QByteArray kHello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

// A client whose end stays open when the server's is closed.
class PatientClient {
  public:
    explicit PatientClient(const RunningFront& server) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(server.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            qFatal("not connected");
    }
    ~PatientClient() { ::close(m_socket); }
    PatientClient(const PatientClient&) = delete;
    PatientClient& operator=(const PatientClient&) = delete;

    void send(const QByteArray& bytes) const {
        ::send(m_socket, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    }
    // All that comes; then how it ended: 0, or what went wrong.
    std::pair<QByteArray, int> readToTheEnd() const {
        QByteArray received;
        for (char byte = 0;;) {
            const ssize_t count = ::recv(m_socket, &byte, 1, 0);
            if (count != 1) return {received, count == 0 ? 0 : errno};
            received += byte;
        }
    }
    bool isReset() const {
        pollfd socket{m_socket, 0, 0};
        return ::poll(&socket, 1, 30'000) == 1 && (socket.revents & POLLERR) != 0;
    }

  private:
    const int m_socket;
};

} // namespace

class TestBoundedServer : public QObject {
    Q_OBJECT

  private slots:
    void servesManyRequestsOnAConnectionAlsoPipelined() {
        const RunningFront server(2, {});
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

    void answersOnlySoManyThatWereSentAtOnce() {
        FrontLimits limits;
        limits.pipelined = 3;
        const RunningFront server(2, limits);
        const auto socket = server.connect();
        for (int i = 0; i < 3; ++i) {
            socket->write(kHello.repeated(3));
            QByteArray answers;
            while (answers.count("\r\n\r\nhello") < 3) answers += readUntil(*socket, "\r\n\r\nhello");
        }
        socket->write(kHello.repeated(5));
        const QByteArray answers = readToTheEnd(*socket);
        QCOMPARE(answers.count("HTTP/1.1 200"), 3);
        QCOMPARE(answers.count("HTTP/1.1 429"), 1);
        QVERIFY(answers.contains("without waiting for an answer"));
    }

    void whoAsksForTheEndIsNotWaitedFor() {
        const RunningFront server(2, {});
        const PatientClient client(server);
        client.send("GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n");
        QVERIFY(client.readToTheEnd().first.endsWith("hello"));
        client.send("x"); // which nobody is there to read any more
        QVERIFY(client.isReset());
    }

    void whoSendsMoreNeverthelessIsNotCutOff() {
        RunningFront server(2, {});
        const PatientClient client(server);
        client.send("GET /held HTTP/1.1\r\nConnection: close\r\n\r\n");
        QVERIFY(eventually([&] { return server.server().load().busy == 1; }));
        client.send("more");
        server.release();
        const auto [answer, problem] = client.readToTheEnd();
        QVERIFY(answer.endsWith("released"));
        QCOMPARE(problem, 0);
    }

    // As the library writes what it does not hold itself: files, say.
    void sendsWhatAProviderGives() {
        const RunningFront server(2, {});
        const auto socket = server.connect();
        socket->write("GET /provided HTTP/1.1\r\nConnection: close\r\n\r\n");
        const QByteArray answer = readToTheEnd(*socket);
        QVERIFY2(answer.contains("Content-Length: 8\r\n") && answer.endsWith("\r\n\r\nprovided"), answer);
    }

    void readsChunkedBodiesAndAsksForAnnouncedOnes() {
        const RunningFront server(2, {});
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

    void aRequestsTimeBeginsAfterTheOneBefore() {
        RunningFront server(2, requestsWithin());
        const auto socket = server.connect();
        socket->write("GET /held HTTP/1.1\r\nHost: h\r\n\r\nGET /hel");
        QVERIFY(!socket->waitForReadyRead(kRequestTime.count() + 500));
        server.release();
        QVERIFY(readUntil(*socket, "released").startsWith("HTTP/1.1 200"));
        socket->write("lo HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(readUntil(*socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
    }

    void turnsAwayWhoIsOneTooMany() {
        std::mutex mutex;
        QStringList turnedAway; // guarded by it
        const RunningFront server(2, {}, [&](BoundedServer& front) {
            front.setConnectionLimits({3, 2});
            front.onTurnedAway([&](const std::string& ip) {
                const std::lock_guard lock(mutex);
                turnedAway.append(QString::fromStdString(ip));
            });
        });
        const auto isServed = [&](QTcpSocket& socket) {
            socket.write(kHello);
            return readUntil(socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200");
        };
        const auto isTurnedAway = [](QTcpSocket& socket) {
            const QByteArray answer = readToTheEnd(socket);
            return answer.startsWith("HTTP/1.1 503") && answer.contains("too many connections");
        };
        const auto one = server.connect();
        auto other = server.connect();
        QVERIFY(isServed(*one) && isServed(*other));
        QVERIFY(isTurnedAway(*server.connect())); // of this address
        const auto neighbour = server.connect("127.0.0.2");
        QVERIFY(isServed(*neighbour));
        QVERIFY(isTurnedAway(*server.connect("127.0.0.3"))); // of all
        QVERIFY(isServed(*one));
        other.reset();
        QVERIFY(eventually([&] { return isServed(*server.connect()); }));
        const std::lock_guard lock(mutex);
        QVERIFY(turnedAway.contains("127.0.0.1") && turnedAway.contains("127.0.0.3"));
        QVERIFY(!turnedAway.contains("127.0.0.2"));
    }

    void aProxyHasAsManyAsThereAre() {
        const RunningFront server(2, {}, [](BoundedServer& front) {
            front.setConnectionLimits({3, 1});
            front.setTrustedProxies(TrustedProxies({*IpNetwork::parse("127.0.0.1")}));
        });
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 3; ++i) {
            sockets.push_back(server.connect());
            sockets.back()->write(kHello);
            QVERIFY(readUntil(*sockets.back(), "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
        QVERIFY(readToTheEnd(*server.connect()).startsWith("HTTP/1.1 503"));
    }

    void refusesWhatIsTooLargeOrBroken_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("byTheFront"); // or by the library
        QTest::newRow("long header") << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x'))
                                     << QByteArray("431") << true;
        QTest::newRow("many headers")
            << QByteArray("GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(101) + "\r\n")
            << QByteArray("431") << true;
        QTest::newRow("large body") << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: 70000\r\n\r\n")
                                    << QByteArray("413") << true;
        QTest::newRow("two lengths")
            << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na")
            << QByteArray("400") << true;
        QTest::newRow("nonsense") << QByteArray("\x16\x03\x01\r\n\r\n") << QByteArray("400") << false;
        QTest::newRow("not found") << QByteArray("GET /other HTTP/1.1\r\nConnection: close\r\n\r\n")
                                   << QByteArray("404") << false;
    }
    void refusesWhatIsTooLargeOrBroken() {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        QFETCH(bool, byTheFront);
        RunningFront server(2, {});
        const auto socket = server.connect();
        socket->write(request);
        // What the front refuses is the connection's last; the library goes on with it.
        const QByteArray answer = byTheFront ? readToTheEnd(*socket) : readUntil(*socket, "\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer);
        std::map<int, std::uint64_t> counted;
        if (byTheFront) counted[status.toInt()] = 1;
        QVERIFY(server.server().tally().counts().refusals == counted);
        QVERIFY(answer.contains("X-Content-Type-Options: nosniff"));
        QVERIFY(answer.contains("Content-Security-Policy:"));
    }

    void refusesWhatIsNotFinishedInTime() {
        RunningFront server(2, requestsWithin());
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (const char* unfinished :
             {"GET / HTTP/1.1\r\nX: y\r\n", "POST /echo HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc"}) {
            sockets.push_back(server.connect());
            sockets.back()->write(unfinished);
            sockets.back()->flush();
        }
        for (const auto& socket : sockets) {
            const QByteArray answer = readToTheEnd(*socket);
            QVERIFY2(answer.startsWith("HTTP/1.1 408"), answer);
            QVERIFY(answer.contains("X-Content-Type-Options: nosniff"));
            QVERIFY(answer.contains("Content-Security-Policy:"));
        }
        QVERIFY((server.server().tally().counts().refusals == std::map<int, std::uint64_t>{{408, 2}}));
    }

    void tellsHowBusyItIs() {
        RunningFront server(2, {});
        const auto load = [&] { return server.server().load(); };
        QVERIFY(eventually([&] { return load().workers == 2; })); // it serves
        QVERIFY(eventually([&] { return load().busy == 0; }));
        const auto idle = server.connect();
        const auto third = server.connect();
        third->write(kHello);
        QVERIFY(readUntil(*third, "\r\n\r\nhello").startsWith("HTTP/1.1 200")); // both are let in
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 2; ++i) {
            sockets.push_back(server.connect());
            sockets.back()->write("GET /held HTTP/1.1\r\nHost: h\r\n\r\n");
            sockets.back()->flush();
        }
        QVERIFY(eventually([&] { return server.held() == 2; }));
        QCOMPARE(load().busy, 2);
        QCOMPARE(load().waiting, std::size_t(0));
        third->write(kHello);
        third->flush();
        QVERIFY(eventually([&] { return load().waiting == 1; }));
        server.release();
        QVERIFY(readUntil(*third, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        QVERIFY(eventually([&] { return load().waiting == 0 && load().busy == 0; }));
    }

    // However few watch for what comes next.
    void whoTakesLongLetsOthersWatch() {
        constexpr int many = 40;
        RunningFront server(many + 1);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < many; ++i) {
            sockets.push_back(server.connect());
            sockets.back()->write("GET /held HTTP/1.1\r\nHost: h\r\n\r\n");
            sockets.back()->flush();
            QVERIFY(eventually([&] { return server.held() == i + 1; }));
        }
        const auto other = server.connect();
        for (int i = 0; i < 3; ++i) {
            other->write(kHello);
            QVERIFY(readUntil(*other, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
        server.release();
        for (const auto& socket : sockets) QVERIFY(readUntil(*socket, "released").startsWith("HTTP/1.1 200"));
    }

    void anEndlessHeaderIsCutOffEarly() {
        const RunningFront server(2, {});
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

    void whoeverStaysStarvesNobody() {
        const RunningFront server(2, {});
        std::vector<std::unique_ptr<QTcpSocket>> others;
        for (int i = 0; i < 150; ++i) {
            others.push_back(server.connect()); // and says nothing
            others.push_back(server.connect()); // and never finishes
            others.back()->write("GET /hello HTTP/1.1\r\nX: ");
            others.back()->flush();
            others.push_back(server.connect()); // and stays
            others.back()->write(kHello);
            QVERIFY(readUntil(*others.back(), "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
        for (std::size_t i = 2; i < others.size(); i += 3) {
            others[i]->write(kHello);
            QVERIFY(readUntil(*others[i], "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
    }

    void whoeverTakesNoAnswerStarvesNobody() {
        const RunningFront server(2, {});
        std::vector<std::unique_ptr<QTcpSocket>> others;
        for (int i = 0; i < 8; ++i) {
            others.push_back(server.connect());
            others.back()->setReadBufferSize(1);
            others.back()->write("GET /large HTTP/1.1\r\n\r\n");
            QVERIFY(others.back()->waitForReadyRead(30'000));
        }
        const auto socket = server.connect();
        socket->write(kHello);
        QVERIFY(readUntil(*socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
    }

    void aClientsTimeIsItsOwn() {
        const RunningFront server(2, requestsWithin());
        const auto patient = server.connect();
        patient->write(kHello);
        QVERIFY(readUntil(*patient, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        const auto silent = server.connect();
        const auto slow = server.connect();
        slow->write("GET /");
        slow->flush();
        QCOMPARE(readToTheEnd(*silent), QByteArray());
        QVERIFY(readToTheEnd(*slow).startsWith("HTTP/1.1 408"));
        patient->write("GET /hel");
        QVERIFY(readToTheEnd(*patient).startsWith("HTTP/1.1 408"));
    }

    void stopsWhileConnectionsAreIdle() {
        std::unique_ptr<QTcpSocket> socket;
        {
            const RunningFront server(2, {});
            socket = server.connect();
            socket->write(kHello);
            QVERIFY(readUntil(*socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        } // returns, although the connection could stay for 75 s
        QVERIFY(socket->state() == QAbstractSocket::UnconnectedState || socket->waitForDisconnected(30'000));
    }
};

QTEST_GUILESS_MAIN(TestBoundedServer)
#include "tst_bounded_server.moc"
