// Held requests: they rest without a thread until what they wait for has come, over real sockets.
#include "server/http/held_request.h"
#include "server/http/routes.h"
#include "server/http/tls_context.h"
#include "tests/support/eventually.h"
#include "tests/support/running_front.h"
#include "tests/support/test_server_parts.h"
#include "tests/support/tls_client.h"
#include "tests/support/tls_files.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

#include <ctime>
#include <map>
#include <mutex>
#include <sys/resource.h>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr int kWorkers = 4;
const QByteArray kHello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

// Numbers by name, and /poll?name=…&known=…&wait=<ms>, held until the number is another one.
class Board {
  public:
    void install(BoundedServer& server) {
        server.Get("/poll", [this](const httplib::Request& request, httplib::Response& response) {
            poll(request, response);
        });
        server.set_exception_handler([](const httplib::Request&, httplib::Response&,
                                        std::exception_ptr thrown) { std::rethrow_exception(thrown); });
    }

    void count(const std::string& name) {
        {
            const std::lock_guard lock(m_mutex);
            ++m_numbers[name];
        }
        signal.raise(name);
    }
    int number(const std::string& name) {
        const std::lock_guard lock(m_mutex);
        return m_numbers[name];
    }

    ChangeSignal signal;
    std::atomic<int> asked = 0;                 // how often the handler was
    std::function<void()> afterLooking = [] {}; // between its look and its answer

  private:
    void poll(const httplib::Request& request, httplib::Response& response) {
        ++asked;
        const auto deadline =
            timesOf(request).arrival + std::chrono::milliseconds(std::stoi(request.get_param_value("wait")));
        const std::string name = request.get_param_value("name");
        const PendingChange pending{std::make_shared<ChangeSignal::Watch>(signal, name), deadline};
        const int seen = number(name);
        afterLooking();
        if (seen == std::stoi(request.get_param_value("known")) && !signal.closed() &&
            std::chrono::steady_clock::now() < deadline) {
            throw NotYet{pending};
        }
        response.body = "it is " + std::to_string(seen) + "!";
    }

    std::mutex m_mutex; // guards the numbers
    std::map<std::string, int> m_numbers;
};

QByteArray poll(const std::string& name, int known = 0, std::chrono::milliseconds wait = 10min) {
    return QByteArray::fromStdString("GET /poll?name=" + name + "&known=" + std::to_string(known) + "&wait=" +
                                     std::to_string(wait.count()) + " HTTP/1.1\r\nHost: h\r\n\r\n");
}

// A front with a board, which is closed before the front stops.
struct Polls {
    explicit Polls(
        FrontLimits limits = {}, const RunningFront::Setup& more = [](BoundedServer&) {})
        : front(kWorkers, limits, [this, &more](BoundedServer& server) {
              board.install(server);
              more(server);
          }) {}
    ~Polls() { board.signal.close(); }

    std::unique_ptr<QTcpSocket> ask(const QByteArray& request) {
        auto socket = front.connect();
        socket->write(request);
        socket->flush();
        return socket;
    }
    bool heldAre(std::size_t count) {
        return eventually([&] { return board.signal.watched().size() == count; });
    }

    Board board;
    RunningFront front;
};

// The real routes, on a real database.
struct Lobby {
    Lobby()
        : routes(parts.core, {parts.logins, parts.approvals, parts.scans},
                 *WebAddress::parse("http://192.168.1.20:8420")),
          front(kWorkers, {}, [this](BoundedServer& server) { routes.install(server); }) {}
    ~Lobby() { parts.core.changes.close(); }

    static QByteArray checkFast(const Sid& sid, const std::string& more, const char* method = "GET") {
        return QByteArray(method) + " /api/checkfast?sid=" + QByteArray::fromStdString(sid.reveal() + more) +
               " HTTP/1.1\r\nHost: h\r\n\r\n";
    }
    bool heldAre(std::size_t count) {
        return eventually([&] { return parts.core.changes.watched().size() == count; });
    }

    TestServerParts parts;
    Routes routes;
    RunningFront front;
};

// Without what differs from answer to answer.
QByteArray form(const QByteArray& answer) {
    QList<QByteArray> lines = answer.split('\n');
    lines.removeIf([](const QByteArray& line) { return line.startsWith("X-Request-Id: "); });
    return lines.join('\n');
}

} // namespace

class TestHeldPolls : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        rlimit files{};
        QVERIFY(::getrlimit(RLIMIT_NOFILE, &files) == 0);
        files.rlim_cur = files.rlim_max;
        QVERIFY(::setrlimit(RLIMIT_NOFILE, &files) == 0);
    }

    void aThousandAtOnceTakeNoThreadAndAChangeWakesTheOneThatItIsFor() {
        Polls polls;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 1000; ++i) sockets.push_back(polls.ask(poll(std::to_string(i))));
        QVERIFY(polls.heldAre(1000));
        const auto other = polls.ask(kHello);
        QVERIFY(readUntil(*other, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        QCOMPARE(polls.board.asked, 1000);
        polls.board.count("500");
        QVERIFY(readUntil(*sockets[500], "it is 1!").startsWith("HTTP/1.1 200"));
        QCOMPARE(polls.board.asked, 1001);
        QCOMPARE(polls.board.signal.watched().size(), std::size_t(999));
        sockets.erase(sockets.begin() + 500);
        polls.board.signal.raiseAll(); // nothing new for the others
        QTRY_COMPARE_WITH_TIMEOUT(polls.board.asked, 2000, 60'000);
        for (const auto& socket : sockets) QVERIFY(!socket->waitForReadyRead(0));
        QVERIFY(polls.heldAre(999));
    }

    void allThatHoldOnTheSameAreWoken() {
        Polls polls;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 20; ++i) sockets.push_back(polls.ask(poll("same")));
        QVERIFY(polls.heldAre(20));
        polls.board.count("same");
        for (const auto& socket : sockets) QVERIFY(readUntil(*socket, "it is 1!").contains("it is 1!"));
    }

    void aChangeWhileItIsLaidDownIsNotMissed() {
        Polls polls;
        std::atomic<bool> once = true;
        polls.board.afterLooking = [&] {
            if (once.exchange(false)) polls.board.count("this");
        };
        const auto socket = polls.ask(poll("this"));
        QVERIFY(readUntil(*socket, "it is 1!").startsWith("HTTP/1.1 200"));
        QCOMPARE(polls.board.asked, 2);
    }

    // The polls' changes come at other distances after their looks, each as far from those before as there is
    // room for, and so in every place of the laying down, however many there is time for.
    void noneOfManyChangesIsMissed() {
        Polls polls;
        constexpr int kChanges = 5000;
        constexpr int kFewest = 100;
        constexpr int kDistances = 2500;
        constexpr int kStride = 1547; // shares no divisor with them
        const QDeadlineTimer end(20'000);
        std::atomic<int> asked = 0; // before the poll that is to be answered
        std::atomic<int> polled = 0;
        std::jthread changing([&](const std::stop_token& over) {
            for (int changes = 0; changes < kChanges; ++changes) {
                while (polled == changes || polls.board.asked == asked)
                    if (over.stop_requested()) return;
                const auto then = std::chrono::steady_clock::now() + changes * kStride % kDistances * 80ns;
                while (std::chrono::steady_clock::now() < then) continue;
                polls.board.count("this");
            }
        });
        const auto socket = polls.front.connect();
        for (int i = 0; i < kChanges && (i < kFewest || !end.hasExpired()); ++i) {
            asked = polls.board.asked.load();
            ++polled;
            socket->write(poll("this", i));
            const QByteArray answer = readUntil(*socket, "!");
            const QByteArray wanted = "it is " + QByteArray::number(i + 1) + "!";
            QVERIFY2(answer.endsWith(wanted), wanted + " was missed: " + answer);
        }
    }

    void anOldAnswerIsGivenWhenItsTimeIsUp() {
        Polls polls(requestsWithin());
        constexpr auto wait = kRequestTime + 500ms; // the time to be held is not the time for a request
        QElapsedTimer timer;
        timer.start();
        const auto socket = polls.ask(poll("this", 0, wait));
        QVERIFY(readUntil(*socket, "it is 0!").startsWith("HTTP/1.1 200"));
        QVERIFY(timer.elapsed() >= wait.count());
        QCOMPARE(polls.board.asked, 2);
        QCOMPARE(polls.board.signal.watched().size(), std::size_t(0));
        socket->write(kHello); // and now it has its time again
        QVERIFY(readUntil(*socket, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
    }

    void theClientDoesNotSayWhenItCame() {
        httplib::Request named;
        setTimes(named, {});
        Polls polls;
        QByteArray request = poll("this", 0, 100ms);
        const auto name = QByteArray::fromStdString(named.headers.begin()->first);
        request.insert(request.size() - 2, name + ": 9000000000000000\r\n");
        const auto socket = polls.ask(request);
        QVERIFY(readToTheEnd(*socket).startsWith("HTTP/1.1 400"));
        QCOMPARE(polls.board.asked, 0);
    }

    void whoLeavesIsForgotten_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("rudely");
        QTest::newRow("closes") << QByteArray() << false;
        QTest::newRow("resets") << QByteArray() << true;
        QTest::newRow("closes after another request") << kHello << false;
        QTest::newRow("resets after another request") << kHello << true;
    }
    void whoLeavesIsForgotten() {
        QFETCH(QByteArray, more);
        QFETCH(bool, rudely);
        Polls polls;
        const auto socket = polls.ask(poll("this") + more);
        QVERIFY(polls.heldAre(1));
        if (rudely) {
            const linger reset{1, 0};
            ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset,
                         sizeof reset);
        }
        socket->close();
        QVERIFY(polls.heldAre(0));
        QCOMPARE(polls.board.asked, 1);
    }

    void whatIsSentMeanwhileWaits() {
        Polls polls;
        const auto socket = polls.ask(poll("this") + kHello + poll("that"));
        QVERIFY(polls.heldAre(1));
        socket->write(kHello);
        socket->flush();
        const auto other = polls.ask(kHello);
        QVERIFY(!readUntil(*other, "\r\n\r\nhello").isEmpty());
        QVERIFY(!socket->waitForReadyRead(0));
        QCOMPARE(polls.board.asked, 1);
        polls.board.count("this");
        QByteArray answers = readUntil(*socket, "hello");
        QVERIFY(answers.indexOf("it is 1!") < answers.indexOf("hello"));
        QVERIFY(polls.heldAre(1));
        polls.board.count("that");
        QCOMPARE(readUntil(*socket, "hello").count("HTTP/1.1 200"), 2);
    }

    void whatIsSentMeanwhileCostsNothing() {
        Polls polls;
        const auto socket = polls.ask(poll("this"));
        QVERIFY(polls.heldAre(1));
        socket->write(kHello);
        socket->flush();
        const std::clock_t before = std::clock(); // of the processor
        const auto other = polls.ask(poll("that", 0, 500ms));
        QVERIFY(readUntil(*other, "it is 0!").contains("it is 0!"));
        QVERIFY(std::clock() - before < CLOCKS_PER_SEC / 10);
    }

    void theServerStopsWithAnAnswerForEach() {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        {
            Polls polls;
            for (int i = 0; i < 500; ++i) sockets.push_back(polls.ask(poll(std::to_string(i))));
            QVERIFY(polls.heldAre(500));
        } // returns, although each could be held for ten minutes
        for (const auto& socket : sockets) {
            QCOMPARE(readToTheEnd(*socket).count("it is 0!"), 1);
            QCOMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        }
    }

    void theServerThatStopsWaitsForThoseThatAreHeld() {
        Board board;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        std::jthread closing;
        {
            const RunningFront front(kWorkers, {}, [&](BoundedServer& server) { board.install(server); });
            for (int i = 0; i < 20; ++i) {
                sockets.push_back(front.connect());
                sockets.back()->write(poll("this"));
                sockets.back()->flush();
            }
            QVERIFY(eventually([&] { return board.signal.watched().size() == 20; }));
            const int port = front.port();
            std::atomic<bool> ready = false;
            closing = std::jthread([&board, &ready, port] {
                QTcpSocket idle;
                idle.connectToHost("127.0.0.1", static_cast<quint16>(port));
                idle.waitForConnected(30'000);
                ready = true;
                ready.notify_all();
                idle.waitForDisconnected(30'000); // the server does stop
                board.signal.close();
            });
            ready.wait(false);
        }
        for (const auto& socket : sockets) {
            const QByteArray answer = readToTheEnd(*socket);
            QVERIFY2(answer.contains("Connection: close") && answer.endsWith("it is 0!"), answer);
        }
    }

    void stopsWhilePollsComeAndGo() {
        for (int round = 0; round < 20; ++round) {
            std::vector<std::unique_ptr<QTcpSocket>> sockets;
            Polls polls;
            for (int i = 0; i < 20; ++i) sockets.push_back(polls.ask(poll("this") + poll("that")));
            const std::jthread changing([&] {
                polls.board.count("this");
                polls.board.count("that");
            });
            for (std::size_t i = 0; i < sockets.size(); i += 3) sockets[i]->abort();
            polls.board.signal.close();
        }
    }

    void handlersDoNotKeepTheClock() {
        Polls polls(requestsWithin());
        std::atomic<bool> go = false;
        std::atomic<int> here = 0;
        polls.board.afterLooking = [&] {
            if (polls.board.asked == 1) return;
            ++here;
            go.wait(false);
        };
        const auto held = polls.ask(poll("this", 0, kRequestTime)); // its second look does not end
        QTRY_COMPARE_WITH_TIMEOUT(here, 1, 60'000);
        const auto slow = polls.ask("GET /hel");
        QVERIFY(readToTheEnd(*slow).startsWith("HTTP/1.1 408"));
        go = true;
        go.notify_all();
        QVERIFY(readUntil(*held, "it is 0!").contains("it is 0!"));
    }

    void insideTlsToo() {
        TestAuthority authority;
        const TemporaryFolder folder;
        TestClock clock;
        Polls polls({}, [&](BoundedServer& server) {
            server.setTls(*TlsContext::load(writeFiles(folder, authority.issue()), clock.now()));
        });
        TlsClient::Options options;
        options.trusted = authority.certificate();
        const auto client = std::make_unique<TlsClient>(polls.front.port(), options);
        QCOMPARE(client->problem(), std::string());
        auto leaving = std::make_unique<TlsClient>(polls.front.port(), options);
        client->write(poll("this").toStdString() + kHello.toStdString());
        leaving->write(poll("this").toStdString());
        QVERIFY(polls.heldAre(2));
        leaving.reset();
        QVERIFY(polls.heldAre(1));
        polls.board.count("this");
        const std::string answers = client->readUntil("\r\n\r\nhello");
        QVERIFY(answers.find("it is 1!") < answers.find("hello"));
        QVERIFY(client->ask(kHello.toStdString(), "\r\n\r\nhello").starts_with("HTTP/1.1 200"));
    }

    // ---- the real ones ----

    void anApprovalAndASignOutAnswerTheirSessionsPollsAlone() {
        Lobby lobby;
        const TestWallet wallet;
        lobby.parts.enrol(wallet);
        const auto code = lobby.parts.freshCode();
        const auto other = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        const auto bystander = lobby.front.connect();
        socket->write(Lobby::checkFast(code.sid, "&wait=30"));
        bystander->write(Lobby::checkFast(other.sid, "&wait=30"));
        bystander->flush();
        socket->flush();
        QVERIFY(lobby.heldAre(2));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(lobby.parts.approvals.approve(wallet.proof(code.qr), kPhone));
        const QByteArray held = readUntil(*socket, "}");
        QVERIFY2(held.contains("\"state\":\"authenticated\""), held);
        socket->write(Lobby::checkFast(code.sid, ""));
        QCOMPARE(form(held), form(readUntil(*socket, "}")));
        socket->write(Lobby::checkFast(code.sid, "&wait=30&state=authenticated"));
        socket->flush();
        QVERIFY(lobby.heldAre(2));
        lobby.parts.logins.signOut(code.sid, kPhone);
        QVERIFY(readUntil(*socket, "}").contains("\"state\":\"ended\""));
        QVERIFY(!bystander->waitForReadyRead(0));
        QVERIFY2(timer.elapsed() < 25'000, "held to the end");
    }

    void aLoginThatEndsByItselfIsTold() {
        Lobby lobby;
        const TestWallet wallet;
        lobby.parts.enrol(wallet);
        const auto code = lobby.parts.freshCode();
        QVERIFY(lobby.parts.approvals.approve(wallet.proof(code.qr), kPhone));
        lobby.parts.clock.advance(lobby.parts.core.policy()->loginLifetime - 1s);
        const auto socket = lobby.front.connect();
        socket->write(Lobby::checkFast(code.sid, "&wait=30&state=authenticated"));
        socket->flush();
        QVERIFY(lobby.heldAre(1));
        lobby.parts.clock.advance(1s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(readUntil(*socket, "}").contains("\"state\":\"ended\""));
        QVERIFY2(timer.elapsed() < 25'000, "held to the end");
    }

    void headIsHeldAsGetIs() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        socket->write(Lobby::checkFast(code.sid, "&wait=30", "HEAD"));
        socket->flush();
        QVERIFY(lobby.heldAre(1));
        QVERIFY(lobby.parts.scans.open(code.qr, kPhone));
        QVERIFY(readUntil(*socket, "\r\n\r\n").endsWith("\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestHeldPolls)
#include "tst_held_polls.moc"
