// What load balancers and orchestrators ask a server, while it is well, in trouble, and about to stop.
#include "tests/support/broken_database.h"
#include "tests/support/eventually.h"
#include "tests/support/metrics_page.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace latchkey;

class TestHealth : public QObject {
    Q_OBJECT

  private slots:
    void aServerThatIsWellIsLiveAndReady() {
        const ServerProcess server;
        WireClient probe(server.port());
        const auto live = probe.get("/api/health/live");
        QCOMPARE(live.status, 200);
        QCOMPARE(live.json(), (QJsonObject{{"live", true}, {"version", LATCHKEY_VERSION}}));
        const auto ready = probe.get("/api/health/ready");
        QCOMPARE(ready.status, 200);
        QCOMPARE(ready.json(), (QJsonObject{{"ready", true}, {"version", LATCHKEY_VERSION}}));
        QCOMPARE(MetricsPage::of(probe).at("latchkey_ready"), 1);
    }

    void withoutItsDatabaseItIsLiveAndNotReady() {
        const ServerProcess server;
        WireClient probe(server.port());
        breakDatabase(server.folder().file(".local/state/latchkey/latchkey.db"));
        const auto ready = probe.get("/api/health/ready");
        QCOMPARE(ready.status, 503);
        QVERIFY2(ready.json()["reasons"].toArray()[0].toString().contains("database"), ready.body.c_str());
        QCOMPARE(probe.get("/api/health/live").status, 200);
        const auto both = probe.get("/api/health");
        QCOMPARE(both.status, 503);
        QVERIFY(both.json()["live"].toBool() && !both.json()["ready"].toBool());
        QCOMPARE(MetricsPage::of(probe).at("latchkey_ready"), 0);
    }

    // Of a full disk's kind: a file is not to become longer than nothing.
    void whileItCannotWriteItServesAndIsNotReady() {
        std::signal(SIGXFSZ, SIG_IGN); // in the server, too: so it is told by an error
        ServerProcess server;
        const TestWallet ada;
        QCOMPARE(server.administer({"user", "add", "Ada"}).exitStatus, 0);
        const QString address = QString::fromStdString(ada.address());
        QCOMPARE(server.administer({"device", "add", "Ada", "--address", address}).exitStatus, 0);
        WireClient client(server.port());
        const auto before = client.freshCode();
        QCOMPARE(client.approve(ada, before.qr).status, 200);

        rlimit limit{};
        QCOMPARE(::prlimit(server.pid(), RLIMIT_FSIZE, nullptr, &limit), 0);
        const rlimit nothing{0, limit.rlim_max};
        QCOMPARE(::prlimit(server.pid(), RLIMIT_FSIZE, &nothing, nullptr), 0);
        const auto refused = client.freshCode();
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(client.approve(ada, refused.qr).status, 503);
            const auto ready = client.get("/api/health/ready");
            QCOMPARE(ready.status, 503);
            QVERIFY2(ready.json()["reasons"].toArray()[0].toString().contains("takes no writes"),
                     ready.body.c_str());
            QCOMPARE(client.status(before.sid).json()["state"].toString(), "authenticated");
            QCOMPARE(client.status(refused.sid).json()["state"].toString(), "waiting");
        }

        QCOMPARE(::prlimit(server.pid(), RLIMIT_FSIZE, &limit, nullptr), 0);
        QVERIFY(eventually([&] { return client.get("/api/health/ready").status == 200; }));
        QCOMPARE(client.approve(ada, refused.qr).status, 200);
        QVERIFY(server.waitForLog("database.back"));
        QCOMPARE(server.log().count("database.lost"), 1);
        QCOMPARE(server.log().count("database.back"), 1);
    }

    void whileItDrainsItServesAndIsNotReady() {
        ServerProcess server({"--drain-time", "5m"});
        const TestWallet ada;
        QCOMPARE(server.administer({"user", "add", "Ada"}).exitStatus, 0);
        const QString address = QString::fromStdString(ada.address());
        QCOMPARE(server.administer({"device", "add", "Ada", "--address", address}).exitStatus, 0);
        const auto code = WireClient(server.port()).freshCode();
        QCOMPARE(WireClient(server.port()).approve(ada, code.qr).status, 200);
        WireClient::Answer held;
        QElapsedTimer timer;
        {
            const std::jthread polling(
                [&] { held = WireClient(server.port()).status(code.sid, "&wait=30&state=authenticated"); });
            const auto polls = [&] { return MetricsPage::of(server.port()).at("latchkey_polls_held"); };
            QVERIFY(eventually([&] { return polls() == 1; }));
            timer.start();
            server.signal(SIGTERM);
            QVERIFY(server.waitForLog("server.draining"));
            WireClient probe(server.port()); // connects only now
            const auto ready = probe.get("/api/health/ready");
            QCOMPARE(ready.status, 503);
            QCOMPARE(ready.json()["reasons"].toArray(), QJsonArray{"the server is stopping"});
            QCOMPARE(probe.get("/api/health/live").status, 200);
            QCOMPARE(probe.freshCode().state, SessionState::Waiting);
            QCOMPARE(polls(), 1);
            QCOMPARE(server.administer({"user", "disable", "Ada"}).exitStatus, 0); // is noticed, too
        }
        QCOMPARE(held.json()["state"].toString(), "ended");
        QCOMPARE(server.terminate(), 0); // the second signal cuts it short
        QVERIFY2(timer.elapsed() < 25'000, "it was held, or went on draining, to the end");
        QVERIFY(server.log().contains("server.stopped"));
    }

    void theDrainEndsByItself() {
        ServerProcess server({"--drain-time", "1s"});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(server.terminate(), 0);
        QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(server.log().contains("server.draining") && server.log().contains("server.stopped"));
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
