// The front inside TLS: what it agrees to, and what a client may cost, over real sockets.
#include "server/http/tls_context.h"
#include "tests/support/running_front.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"
#include "tests/support/tls_client.h"
#include "tests/support/tls_files.h"

#include <QTest>

#include <mutex>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t kTls11 = 0x0302;
constexpr std::uint16_t kTls12 = 0x0303;
constexpr std::uint16_t kTls13 = 0x0304;

const std::string kHello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string kLastHello = "GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
const std::string kHelloBody = "\r\n\r\nhello";

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestTlsFront : public QObject {
    Q_OBJECT

    TestAuthority m_authority;
    TemporaryFolder m_folder;
    TestClock m_clock;

    std::shared_ptr<TlsContext> context(const TestCertificate& made) {
        return *TlsContext::load(writeFiles(m_folder, made), m_clock.now());
    }
    std::shared_ptr<TlsContext> context() { return context(m_authority.issue()); }
    // A front that speaks TLS.
    RunningFront front(int workers = 2, FrontLimits limits = {}, const RunningFront::Setup& more = {}) {
        return RunningFront(workers, limits, [&](BoundedServer& server) {
            server.setTls(context());
            if (more) more(server);
        });
    }
    TlsClient::Options trusting() const {
        TlsClient::Options options;
        options.trusted = m_authority.certificate();
        return options;
    }
    TlsClient::Options trusting(std::uint16_t newest) const {
        TlsClient::Options options = trusting();
        options.newest = newest;
        return options;
    }

    static void addVersions() {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.2") << int(kTls12);
        QTest::newRow("TLS 1.3") << int(kTls13);
    }

  private slots:
    void servesManyRequestsOnAConnectionAlsoPipelined_data() { addVersions(); }
    void servesManyRequestsOnAConnectionAlsoPipelined() {
        QFETCH(int, version);
        const RunningFront server = front();
        TlsClient client(server.port(), trusting(static_cast<std::uint16_t>(version)));
        QCOMPARE(client.problem(), std::string());
        QCOMPARE(int(client.version()), version);
        for (int i = 0; i < 10; ++i) QVERIFY(contains(client.ask(kHello, kHelloBody), "HTTP/1.1 200"));
        const std::string answers =
            client.ask(kHello + "POST /echo HTTP/1.1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
                       "never sent");
        QVERIFY(contains(answers, kHelloBody) && answers.ends_with("abc from 127.0.0.1"));
        QVERIFY(client.closedProperly());
    }

    void carriesMoreThanARecordBothWays() {
        const RunningFront server = front();
        TlsClient client(server.port(), trusting());
        const std::string body(60'000, 'x');
        const std::string answer = client.ask(
            "POST /echo HTTP/1.1\r\nContent-Length: 60000\r\nConnection: close\r\n\r\n" + body, "never sent");
        QVERIFY(answer.ends_with("\r\n\r\n" + body + " from 127.0.0.1"));
        TlsClient reader(server.port(), trusting());
        const std::string large =
            reader.ask("GET /large HTTP/1.1\r\nConnection: close\r\n\r\n", "never sent");
        QVERIFY(large.ends_with("\r\n\r\n" + std::string(RunningFront::kLarge, 'x')));
    }

    void refusesOlderVersions() {
        std::mutex mutex;
        std::string refused;
        const RunningFront server = front(2, {}, [&](BoundedServer& served) {
            served.onHandshakeFailed([&](const std::string& address, const std::string& reason) {
                const std::lock_guard lock(mutex);
                refused = address + ": " + reason;
            });
        });
        const TlsClient client(server.port(), trusting(kTls11));
        QVERIFY2(contains(client.problem(), "alert protocol version"), client.problem().c_str());
        const auto told = [&] {
            const std::lock_guard lock(mutex);
            return refused;
        };
        QTRY_COMPARE(told(), std::string("127.0.0.1: unsupported protocol"));
    }

    void speaksHttp11AndNothingElse() {
        const RunningFront server = front();
        TlsClient::Options options = trusting();
        options.protocol = "http/1.1";
        const TlsClient known(server.port(), options);
        QCOMPARE(known.protocol(), std::string("http/1.1"));
        options.protocol = "h2";
        const TlsClient other(server.port(), options);
        QVERIFY2(contains(other.problem(), "no application protocol"), other.problem().c_str());
    }

    void resumesSessionsForADay_data() { addVersions(); }
    void resumesSessionsForADay() {
        QFETCH(int, version);
        const RunningFront server = front();
        TlsClient::Options options = trusting(static_cast<std::uint16_t>(version));
        const auto resumes = [&] {
            TlsClient client(server.port(), options);
            const bool answered = contains(client.ask(kLastHello, kHelloBody), "HTTP/1.1 200");
            if (client.session()) options.session = client.session();
            return answered && client.resumed();
        };
        QVERIFY(!resumes());
        QVERIFY(resumes());
        m_clock.advance(24h); // the key of the tickets is thrown away
        QVERIFY(!resumes());
        QVERIFY(resumes());
    }

    void doesNotRenegotiate() {
        const RunningFront server = front();
        TlsClient client(server.port(), trusting(kTls12));
        QVERIFY(contains(client.ask(kHello, kHelloBody), "HTTP/1.1 200"));
        QVERIFY(!client.renegotiate());
    }

    void aCertificateIsReplacedWhileConnectionsGoOn() {
        const auto first = m_authority.issue();
        const auto second = m_authority.issue();
        RunningFront server(2, {}, [&](BoundedServer& served) { served.setTls(context(first)); });
        TlsClient before(server.port(), trusting());
        QCOMPARE(before.serverCertificate(), first.certificate);
        server.server().setTls(context(second));
        TlsClient after(server.port(), trusting());
        QCOMPARE(after.serverCertificate(), second.certificate);
        QVERIFY(contains(before.ask(kHello, kHelloBody), "HTTP/1.1 200"));
        QVERIFY(contains(after.ask(kHello, kHelloBody), "HTTP/1.1 200"));
    }

    void whoSpeaksPlainHttpIsToldToUseHttps() {
        const RunningFront server = front(2, {}, [](BoundedServer& served) { served.demandHttps(); });
        const auto socket = server.connect();
        socket->write(QByteArray::fromStdString(kHello));
        const QByteArray answer = readToTheEnd(*socket);
        QVERIFY2(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), answer);
        QVERIFY(answer.contains("Content-Type: text/plain"));
        QVERIFY(answer.contains("https://"));
        QVERIFY(answer.contains("X-Content-Type-Options: nosniff"));
        QVERIFY(!answer.contains("Strict-Transport-Security"));
    }

    void answersDemandHttpsWhereThatIsAskedFor() {
        const RunningFront server = front(2, {}, [](BoundedServer& served) { served.demandHttps(); });
        for (const std::string& request :
             {kLastHello, std::string("GET /nothing HTTP/1.1\r\n\r\n"), std::string("broken\r\n\r\n"),
              "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x')}) {
            TlsClient client(server.port(), trusting());
            const std::string answer = client.ask(request, "\r\n\r\n");
            QVERIFY2(contains(answer, "Strict-Transport-Security: max-age=31536000\r\n"), answer.c_str());
        }
        const RunningFront other = front();
        TlsClient client(other.port(), trusting());
        QVERIFY(!contains(client.ask(kLastHello, kHelloBody), "Strict-Transport-Security"));
    }

    void clientsThatStopInTheHandshakeAreGivenUp_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("silent") << QByteArray();
        QTest::newRow("first byte") << QByteArray("\x16", 1);
        QTest::newRow("header of a record") << QByteArray("\x16\x03\x01\x02\x00", 5);
        QTest::newRow("part of a record") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
    }
    void clientsThatStopInTheHandshakeAreGivenUp() {
        QFETCH(QByteArray, bytes);
        const RunningFront server = front(2, requestsWithin(300ms));
        const auto socket = server.connect();
        socket->write(bytes);
        QCOMPARE(readToTheEnd(*socket), QByteArray());
        QCOMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    }

    void drippingClientsAreGivenUp() {
        const RunningFront server = front(2, requestsWithin(300ms));
        const auto socket = server.connect();
        const QByteArray record("\x16\x03\x01\x3f\xff", 5); // announces 16383 bytes
        int sent = 0;
        for (; sent < 16'000 && !socket->waitForDisconnected(10); ++sent)
            socket->write(sent < record.size() ? record.mid(sent, 1) : QByteArray(1, 'x'));
        QVERIFY2(sent < 1'000, qPrintable(QString::number(sent))); // 300 ms of them, on whatever machine
    }

    void aRequestInsideTlsHasItsTimeToo() {
        const RunningFront server = front(2, requestsWithin());
        TlsClient silent(server.port(), trusting());
        TlsClient slow(server.port(), trusting());
        slow.write("GET /hello HTTP/1.1\r\nHost: h\r\n");
        QCOMPARE(silent.readToTheEnd(), std::string());
        QVERIFY(silent.closedProperly());
        const std::string answer = slow.readToTheEnd();
        QVERIFY2(answer.starts_with("HTTP/1.1 408"), answer.c_str());
    }

    void neitherSilentNorIdleClientsStarveTheOthers() {
        const RunningFront server = front(2);
        std::vector<std::unique_ptr<QTcpSocket>> unconnected;
        std::vector<std::unique_ptr<TlsClient>> others;
        for (int i = 0; i < 5; ++i) {
            unconnected.push_back(server.connect());
            others.push_back(std::make_unique<TlsClient>(server.port(), trusting())); // and says nothing
            QVERIFY(others.back()->connected());
            others.push_back(std::make_unique<TlsClient>(server.port(), trusting())); // and stays
            QVERIFY(contains(others.back()->ask(kHello, kHelloBody), "HTTP/1.1 200"));
        }
    }

    void stopsWhileClientsHaveAskedNothing() {
        FrontLimits limits;
        limits.requestTime = 10min; // longer than a test may take
        std::unique_ptr<TlsClient> silent;
        {
            const RunningFront server = front(2, limits);
            silent = std::make_unique<TlsClient>(server.port(), trusting());
            QVERIFY(silent->connected());
        }
        QCOMPARE(silent->readToTheEnd(), std::string());
        QVERIFY(silent->closedProperly());
    }

    void clientsThatLeaveDoNoHarm() {
        const RunningFront server = front();
        const auto leaving = server.connect();
        leaving->write(QByteArray("\x16\x03\x01\x02\x00", 5));
        leaving->abort();
        {
            TlsClient client(server.port(), trusting());
            for (int i = 0; i < 100; ++i) client.write(kHello);
        } // reads nothing
        TlsClient client(server.port(), trusting());
        QVERIFY(contains(client.ask(kHello, kHelloBody), "HTTP/1.1 200"));
    }

    void nonsenseIsRefused() {
        const RunningFront server = front();
        for (const QByteArray& bytes : {QByteArray("\x16\x03\x01\x00\x04\xff\xff\xff\xff", 9),
                                        QByteArray(100, '\0'), QByteArray("get / http/1.1\r\n\r\n")}) {
            const auto socket = server.connect();
            socket->write(bytes);
            QVERIFY(!readToTheEnd(*socket).contains("HTTP"));
            QCOMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        }
    }
};

QTEST_GUILESS_MAIN(TestTlsFront)
#include "tst_tls_front.moc"
