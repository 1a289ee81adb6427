// Real servers that share a PostgreSQL database, which also goes away and comes back.
#include "tests/support/eventually.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/running_front.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>
#include <thread>

using namespace latchkey;

namespace {

// PostgreSQL as one sees it that refuses LISTEN, as distributed engines do. Its socket is in a folder of its
// own, for as long as it lives.
class WithoutListen : public QThread {
  public:
    explicit WithoutListen(const std::filesystem::path& behind)
        : m_behind(QString::fromStdString((behind / kSocket).string())) {
        start();
        m_listening.acquire();
    }
    ~WithoutListen() override {
        quit();
        wait();
    }

    std::filesystem::path folder() const { return m_folder.path(); }

  private:
    static constexpr const char* kSocket = ".s.PGSQL.5432";

    void run() override {
        QLocalServer server;
        if (!server.listen(QString::fromStdString(m_folder.file(kSocket).string())))
            qFatal("%s", qPrintable(server.errorString()));
        connect(&server, &QLocalServer::newConnection, &server,
                [&] { join(*server.nextPendingConnection()); });
        m_listening.release();
        exec();
    }

    void join(QLocalSocket& client) const {
        auto* postgres = new QLocalSocket(&client);
        postgres->connectToServer(m_behind);
        connect(&client, &QLocalSocket::readyRead, postgres, [&client, postgres] {
            postgres->write(client.readAll().replace("LISTEN latchkey", "LISTEX latchkey"));
        });
        connect(postgres, &QLocalSocket::readyRead, &client,
                [&client, postgres] { client.write(postgres->readAll()); });
        connect(&client, &QLocalSocket::disconnected, &client, &QObject::deleteLater);
        connect(postgres, &QLocalSocket::disconnected, &client, &QLocalSocket::disconnectFromServer);
    }

    const QString m_behind;
    const TemporaryFolder m_folder;
    QSemaphore m_listening;
};

} // namespace

class TestSeveralServers : public QObject {
    Q_OBJECT

    std::unique_ptr<PostgresCluster> m_cluster;
    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<ServerProcess> m_one;
    std::unique_ptr<ServerProcess> m_other;
    TestWallet m_ada;

    std::unique_ptr<ServerProcess> node(const QString& more = {}) {
        return std::make_unique<ServerProcess>(
            QStringList{"--database", QString::fromStdString(m_cluster->uri("postgres")) + more, "--key-file",
                        QString::fromStdString(m_folder->file("server.key").string()), "--public-url",
                        "http://lobby.example.org"});
    }
    ProgramResult administer(const QStringList& arguments) const {
        return m_one->administer(
            arguments + QStringList{"--database", QString::fromStdString(m_cluster->uri("postgres"))});
    }

    // What a poll that is held at one server is answered when the other one approves its session.
    QString stateAfterApprovalElsewhere(ServerProcess& polled, ServerProcess& approving) {
        WireClient screen(polled.port());
        const auto code = screen.freshCode();
        WireClient::Answer held;
        WireClient::Answer approval;
        {
            std::jthread phone([&] { approval = WireClient(approving.port()).approve(m_ada, code.qr); });
            held = screen.status(code.sid, "&wait=30");
        }
        if (approval.status != 200) return QString::fromStdString(approval.body);
        return held.json()["state"].toString();
    }

    // Sends it, whole.
    static bool poll(QTcpSocket& socket, const Sid& sid) {
        socket.write("GET /api/checkfast?sid=" + QByteArray::fromStdString(sid.reveal()) +
                     " HTTP/1.1\r\nHost: h\r\n\r\n");
        return socket.waitForBytesWritten(30'000);
    }

  private slots:
    void initTestCase() {
        m_cluster = std::make_unique<PostgresCluster>();
        m_folder = std::make_unique<TemporaryFolder>();
        m_one = node();
        m_other = node();
        QCOMPARE(administer({"user", "add", "Ada"}).exitStatus, 0);
        QCOMPARE(administer({"device", "add", "Ada", "--address", QString::fromStdString(m_ada.address())})
                     .exitStatus,
                 0);
    }
    void cleanupTestCase() {
        m_one.reset();
        m_other.reset();
        if (m_cluster) m_cluster->remove();
    }

    void anApprovalOnOneAnswersThePollThatTheOtherHolds() {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(stateAfterApprovalElsewhere(*m_one, *m_other), "authenticated");
            QCOMPARE(stateAfterApprovalElsewhere(*m_other, *m_one), "authenticated");
        }
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed()))); // not by its time
    }

    void aCommandReachesTheHeldPollsOfAll() {
        WireClient screen(m_one->port());
        const auto code = screen.freshCode();
        QCOMPARE(WireClient(m_other->port()).approve(m_ada, code.qr).status, 200);
        WireClient::Answer held;
        {
            std::jthread polling(
                [&] { held = WireClient(m_one->port()).status(code.sid, "&wait=30&state=authenticated"); });
            QCOMPARE(administer({"user", "disable", "Ada"}).exitStatus, 0);
        }
        QCOMPARE(held.json()["state"].toString(), "ended");
        QCOMPARE(administer({"user", "enable", "Ada"}).exitStatus, 0);
    }

    void aSessionIsApprovedOnceOnAllOfThem() {
        const auto code = WireClient(m_one->port()).freshCode();
        std::atomic<int> approved = 0;
        std::atomic<int> refused = 0;
        {
            std::vector<std::jthread> phones;
            for (int i = 0; i < 16; ++i) {
                phones.emplace_back([&, i] {
                    WireClient::Answer answer;
                    eventually([&] { // it may be told to ask again
                        answer = WireClient((i % 2 ? m_one : m_other)->port()).approve(m_ada, code.qr);
                        return answer.status != 503;
                    });
                    ++(answer.status == 200 ? approved : refused);
                    QVERIFY2(answer.status == 200 || answer.status == 404, answer.body.c_str());
                });
            }
        }
        QCOMPARE(approved, 1);
        QCOMPARE(refused, 15);
    }

    void oneWithoutNotificationsLooksEverySecond() {
        const auto quiet = node("?listen=no");
        QCOMPARE(stateAfterApprovalElsewhere(*quiet, *m_one), "authenticated");
    }

    void oneThatIsRefusedNotificationsSaysSoAndLooksEverySecond() {
        const WithoutListen postgres(m_cluster->folder());
        const auto late = node("?host=" + QString::fromStdString(postgres.folder().string()));
        QVERIFY(late->waitForLog("database.not_listening"));
        QVERIFY(late->log().contains("listen=no"));
        QCOMPARE(stateAfterApprovalElsewhere(*late, *m_one), "authenticated");
        QCOMPARE(late->log().count("database.not_listening"), 1);
    }

    void withoutItsDatabaseItDoesWhatNeedsNoneAndHealsByItself() {
        WireClient screen(m_one->port());
        const auto untouched = screen.freshCode();
        const auto signedIn = screen.freshCode();
        QCOMPARE(screen.approve(m_ada, signedIn.qr).status, 200);
        const auto before = m_one->log().size();

        m_cluster->stop();
        QVERIFY(m_one->waitForLog("database.lost"));
        QCOMPARE(screen.status(untouched.sid).json()["state"].toString(), "waiting");
        QCOMPARE(screen.get("/api/getqrcode?sid=" + untouched.sid.reveal()).status, 200);
        QCOMPARE(screen.get("/site/login").status, 200);
        for (int i = 0; i < 10; ++i) {
            const auto answer = screen.status(signedIn.sid);
            QCOMPARE(answer.status, 503);
            QCOMPARE(answer.json()["status"].toInt(), 503);
            QVERIFY(!answer.json()["message"].toString().isEmpty());
            QVERIFY(QString::fromStdString(answer.header("Retry-After")).toInt() > 0);
        }
        QCOMPARE(screen.approve(m_ada, untouched.qr).status, 503);
        QCOMPARE(screen.get("/api/health").status, 503);

        m_cluster->start();
        QVERIFY(m_one->waitForLog("database.back"));
        QVERIFY(m_other->waitForLog("database.back"));
        QCOMPARE(screen.status(signedIn.sid).json()["state"].toString(), "authenticated");
        QCOMPARE(screen.approve(m_ada, untouched.qr).status, 200);
        QCOMPARE(stateAfterApprovalElsewhere(*m_one, *m_other), "authenticated"); // it listens again
        const QByteArray log = m_one->log().mid(before);
        QCOMPARE(log.count("database.lost"), 1);
        QCOMPARE(log.count("database.back"), 1);
        QCOMPARE(log.count("\"error\""), 1);
        QCOMPARE(log.count("database.not_listening"), 0);
    }

    void oneThatHangsKeepsNobodyWaitingWhoNeedsNone() {
        constexpr int kMany = 80;       // more than there are workers
        constexpr int kConnections = 4; // for reading
        WireClient screen(m_one->port());
        const auto signedIn = screen.freshCode();
        const auto untouched = screen.freshCode();
        QCOMPARE(screen.approve(m_ada, signedIn.qr).status, 200);
        std::vector<std::unique_ptr<QTcpSocket>> screens;
        for (int i = 0; i < kMany; ++i) {
            auto& socket = screens.emplace_back(std::make_unique<QTcpSocket>());
            socket->connectToHost("127.0.0.1", m_one->port());
            QVERIFY(poll(*socket, signedIn.sid) && readUntil(*socket, "}").contains("authenticated"));
        }
        m_cluster->pause();
        for (const auto& socket : screens) QVERIFY(poll(*socket, signedIn.sid));
        const auto answered = [&] {
            return std::ranges::count_if(screens, [](const auto& one) {
                return one->bytesAvailable() > 0 || one->waitForReadyRead(0);
            });
        };
        const bool told = eventually([&] { return answered() >= kMany - kConnections; });
        const auto state = screen.status(untouched.sid).json()["state"].toString();
        const auto refused = screen.status(signedIn.sid);
        m_cluster->resume();
        QVERIFY(told);
        QCOMPARE(state, "waiting");
        QCOMPARE(refused.status, 503);
        for (const auto& socket : screens) {
            QByteArray answer = socket->readAll();
            if (!answer.contains("}")) answer += readUntil(*socket, "}");
            QVERIFY2(answer.startsWith("HTTP/1.1 200") || answer.startsWith("HTTP/1.1 503"), answer);
        }
        QVERIFY(eventually(
            [&] { return screen.status(signedIn.sid).json()["state"].toString() == "authenticated"; }));
    }

    void whatOthersChangedMeanwhileIsSeenWhenTheDatabaseIsBack() {
        WireClient screen(m_one->port());
        const auto code = screen.freshCode();
        const auto before = m_one->log().size();
        m_cluster->stop();
        QVERIFY(eventually([&] { return m_one->log().indexOf("database.lost", before) > 0; }));
        m_cluster->start();
        QVERIFY(
            eventually([&] { return WireClient(m_other->port()).approve(m_ada, code.qr).status == 200; }));
        QVERIFY(eventually(
            [&] { return screen.status(code.sid).json()["state"].toString() == "authenticated"; }));
    }
};

QTEST_GUILESS_MAIN(TestSeveralServers)
#include "tst_several_servers.moc"
