// What the operator puts on dashboards, through the real server: from the file and the groups to a signed-in
// kiosk.
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <thread>

using namespace latchkey;

namespace {

const std::string kTiles = "[[tile]]\ntitle = \"Wi-Fi\"\ntext = \"Network **<lobby>**\"\nicon = \"wifi\"\n"
                           "[[tile]]\ntitle = \"Rota\"\ngroups = [\"staff\"]\n";

} // namespace

class TestOperatorTiles : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_kiosk;
    TestWallet m_ada;
    Sid m_sid;

    QString tilesFile() const { return QString::fromStdString(m_folder->file("tiles.toml").string()); }
    DashboardAnswer dashboard() {
        const auto answer = DashboardAnswer::parse(m_kiosk->dashboard(m_sid).body);
        if (!answer) qFatal("%s", answer.error().c_str());
        return *answer;
    }
    // What a poll that knows this dashboard hears once that was done. Within seconds: because of it, not
    // because its time is up.
    template <class Change>
    QJsonObject heardAfter(Change change) {
        const std::string revision = dashboard().revision;
        WireClient::Answer held;
        QElapsedTimer timer;
        {
            std::jthread polling([&] {
                timer.start();
                held = WireClient(m_server->port())
                           .status(m_sid, "&wait=30&state=authenticated&revision=" + revision);
            });
            change();
        }
        if (timer.elapsed() >= 15'000) qFatal("it was held to its end");
        return held.json();
    }
    void administer(const QStringList& arguments) const {
        const auto result = m_server->administer(arguments);
        if (result.exitStatus != 0) qFatal("%s", result.err.constData());
    }

  private slots:
    void init() {
        m_kiosk.reset();
        m_folder = std::make_unique<TemporaryFolder>();
        m_folder->write("tiles.toml", kTiles);
        m_server = std::make_unique<ServerProcess>(QStringList{"--tiles-file", tilesFile()});
        m_kiosk = std::make_unique<WireClient>(m_server->port());
        administer({"user", "add", "Ada"});
        administer({"device", "add", "Ada", "--address", QString::fromStdString(m_ada.address())});
        const auto code = m_kiosk->freshCode();
        QCOMPARE(m_kiosk->approve(m_ada, code.qr).status, 200);
        m_sid = code.sid;
    }
    void cleanup() { m_server.reset(); }

    void theDashboardHasTheTilesOfTheFile() {
        const auto shown = dashboard();
        QCOMPARE(shown.tiles.size(), std::size_t(1));
        QCOMPARE(shown.tiles[0].icon, std::string("wifi"));
        QCOMPARE(m_kiosk->status(m_sid).json()["revision"].toString().toStdString(), shown.revision);
        const auto page =
            m_kiosk->get("/site/dashboard?sid=" + m_sid.reveal(), {{"Accept", "text/html"}}).body;
        QVERIFY(page.find("<p>Network <strong>&lt;lobby&gt;</strong></p>") != std::string::npos);
        QVERIFY(page.find("Signed in <span") != std::string::npos);
    }

    void aReloadReachesASignedInKioskAtOnce() {
        const auto heard = heardAfter([&] {
            m_folder->write("tiles.toml", "[[tile]]\ntitle = \"Parking\"\n");
            m_server->signal(SIGHUP);
        });
        QCOMPARE(heard["state"].toString(), "authenticated");
        QCOMPARE(heard["revision"].toString().toStdString(), dashboard().revision);
        QCOMPARE(dashboard().tiles[0].title, std::string("Parking"));
    }

    void aFileWithAMistakeLeavesTheOldTiles() {
        const std::string before = dashboard().revision;
        m_folder->write("tiles.toml", "[[tile]]\ntitel = \"Parking\"\n");
        m_server->signal(SIGHUP);
        QVERIFY(m_server->waitForLog("config.reloaded"));
        QVERIFY(m_server->log().contains("tiles.refused"));
        QVERIFY(m_server->log().contains("tiles.toml:2: titel: a tile has no such key"));
        QCOMPARE(dashboard().revision, before);
    }

    void aGroupReachesASignedInKioskAtOnce() {
        auto heard = heardAfter([&] { administer({"user", "group", "add", "Ada", "staff"}); });
        QCOMPARE(heard["state"].toString(), "authenticated");
        QCOMPARE(dashboard().tiles.size(), std::size_t(2));
        heard = heardAfter([&] { administer({"user", "group", "remove", "Ada", "staff"}); });
        QCOMPARE(heard["state"].toString(), "authenticated");
        QCOMPARE(dashboard().tiles.size(), std::size_t(1));
    }

    void configCheckReadsTheFile() {
        const auto good = m_server->administer({"config", "check", "--tiles-file", tilesFile()});
        QCOMPARE(good.exitStatus, 0);
        QVERIFY2(good.out.contains("# Tiles of the dashboards: 2\n"), good.out);
        m_folder->write("tiles.toml", "[[tile]]\ntitle = \"a\"\nicon = \"sun\"\n");
        const auto bad = m_server->administer({"config", "check", "--tiles-file", tilesFile()});
        QCOMPARE(bad.exitStatus, 1);
        QVERIFY2(bad.err.contains("tiles.toml:3: icon: there is no icon \"sun\""), bad.err);
    }

    void itDoesNotStartWithAMistake() {
        m_folder->write("tiles.toml", "tiles = []\n");
        const auto refused =
            m_server->administer({"serve", "--listen", "127.0.0.1:0", "--tiles-file", tilesFile()});
        QCOMPARE(refused.exitStatus, 1);
        QVERIFY2(refused.err.contains("tiles.toml:1: tiles: this file has [[tile]] tables only"),
                 refused.err);
    }
};

QTEST_GUILESS_MAIN(TestOperatorTiles)
#include "tst_operator_tiles.moc"
