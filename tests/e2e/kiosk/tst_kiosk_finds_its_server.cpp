// A lobby's screen that nobody has told of a server: the real kiosk looks for one, somebody chooses and
// trusts it there, and a phone finds that very server's code in the window's pixels.
#include "tests/e2e/kiosk/x_display.h"
#include "tests/support/avahi_network.h"
#include "tests/support/eventually.h"
#include "tests/support/qr_in_picture.h"
#include "tests/support/server_process.h"
#include "tests/support/tls_files.h"

#include <QTest>

using namespace latchkey;

namespace {

constexpr int kPatience = 30'000; // ms; for a busy machine

const QString kName = "Latchkey on lobby"; // of the first server on the network
const QString kPin = "271828";

} // namespace

class TestKioskFindsItsServer : public QObject {
    Q_OBJECT

    std::unique_ptr<AvahiNetwork> m_network;
    std::unique_ptr<VirtualDisplay> m_display;
    TestAuthority m_authority;
    std::unique_ptr<TemporaryFolder> m_home;
    std::unique_ptr<QProcess> m_kiosk;
    QByteArray m_kioskLog; // of the one that runs

    void startKiosk(const QStringList& more = {}) {
        stopKiosk();
        m_kioskLog.clear();
        m_kiosk = std::make_unique<QProcess>();
        QProcessEnvironment environment = m_display->environment();
        environment.insert("XDG_STATE_HOME", QString::fromStdString(m_home->path().string()));
        environment.remove("STATE_DIRECTORY");
        m_kiosk->setProcessEnvironment(environment);
        m_kiosk->start(LATCHKEY_KIOSK_PROGRAM, more);
        QVERIFY(m_kiosk->waitForStarted(kPatience));
    }

    void stopKiosk() {
        if (!m_kiosk) return;
        m_kiosk->terminate();
        if (!m_kiosk->waitForFinished(kPatience)) m_kiosk->kill();
        m_kiosk.reset();
    }

    const QByteArray& kioskLog() { return m_kioskLog += m_kiosk->readAllStandardError(); }

    bool kioskLogs(const char* words, qsizetype times = 1) {
        return eventually([&] { return kioskLog().count(words) >= times; }, kPatience);
    }

    bool screenSays(const QString& words) {
        return eventually([&] { return m_display->words().contains(words, Qt::CaseInsensitive); }, kPatience);
    }

    // Touches the line that says so, once it is there.
    bool touch(const QString& line) {
        std::optional<QPoint> place;
        if (!eventually([&] { return (place = m_display->placeOf(line)).has_value(); }, kPatience))
            return false;
        m_display->tap(*place, 1);
        return true;
    }

    // By the keyboard: "Trust" comes after "Back", which has the focus.
    bool trust() {
        if (!screenSays("Trust this server?")) return false;
        m_display->press("Tab");
        m_display->press("Return");
        return true;
    }

    void typePin(const QString& digits) {
        for (const QChar digit : digits) m_display->press(digit);
        m_display->press("Return");
    }

    bool showsCodeOf(const std::string& url) {
        const QString begin = QString::fromStdString(url) + "/fast?s=";
        return eventually([&] { return readQrCode(m_display->screenshot()).startsWith(begin); }, kPatience);
    }

    bool showsCode() { return !readQrCode(m_display->screenshot()).isEmpty(); }

    std::filesystem::path pinFile() const { return m_home->file("latchkey/trusted-server"); }

    // The server's files have this key from now on, however often it starts.
    TlsIdentity::Files place(const TestCertificate& made) const { return writeFiles(*m_home, made); }

    static std::string secureUrl(const ServerProcess& server) {
        return "https://127.0.0.1:" + std::to_string(server.port());
    }

  private slots:
    void initTestCase() {
        if (const QByteArray reason = AvahiNetwork::missing(); !reason.isEmpty()) QSKIP(reason);
        m_network = std::make_unique<AvahiNetwork>();
        AvahiNetwork::trust(m_authority);
        m_display = std::make_unique<VirtualDisplay>(QSize(1280, 720));
    }
    void init() {
        m_home = std::make_unique<TemporaryFolder>();
        m_network->startDaemon();
    }
    void cleanup() {
        if (QTest::currentTestFailed()) {
            qWarning().noquote() << "The screen: " << m_display->words();
            if (m_kiosk) qWarning().noquote() << "The kiosk: " << kioskLog();
        }
        stopKiosk();
        const QByteArray daemon = m_network->stopDaemon();
        if (QTest::currentTestFailed()) qWarning().noquote() << "The daemon: " << daemon;
    }

    void somebodyChoosesAServerAndTrustsIt() {
        startKiosk();
        QVERIFY(screenSays("Looking for a sign-in server"));
        m_display->keep("setup-looking");
        const ServerProcess server({"--announce", "yes"});
        QVERIFY(screenSays("Choose this screen"));
        m_display->keep("setup-choose");
        QVERIFY(touch(kName));
        QVERIFY(screenSays("Trust this server?"));
        QVERIFY(screenSays("not encrypted"));
        m_display->keep("setup-trust-plain");
        m_display->press("Return"); // on "Back", so that nobody trusts by mistake
        QVERIFY(screenSays("Choose this screen"));
        QVERIFY(!std::filesystem::exists(pinFile()));
        m_display->press("Return"); // on the first card
        QVERIFY(trust());
        QVERIFY(showsCodeOf(server.url()));
        m_display->keep("setup-done");
        QCOMPARE(contentOf(pinFile()), "url=" + server.url() + "\n");
        startKiosk(); // which finds it pinned
        QVERIFY(showsCodeOf(server.url()));
        QVERIFY2(!kioskLog().contains("kiosk.looking_for_server"), kioskLog());
    }

    void theOperatorsPinIsAskedForFirst() {
        const ServerProcess server({"--announce", "yes"});
        const auto file = QString::fromStdString(m_home->file("pin").string());
        QProcess set;
        set.setProcessEnvironment(m_display->environment());
        set.start(LATCHKEY_KIOSK_PROGRAM, {"pin", "set", file});
        set.write((kPin + "\n" + kPin + "\n").toUtf8());
        set.closeWriteChannel();
        QVERIFY(set.waitForFinished(kPatience) && set.exitCode() == 0);

        startKiosk({"--operator-pin-file", file});
        QVERIFY(touch(kName));
        QVERIFY(trust());
        QVERIFY(screenSays("Operator"));
        m_display->keep("setup-pin");
        typePin("314159");
        QVERIFY(screenSays("Wrong PIN"));
        QVERIFY(!std::filesystem::exists(pinFile()));
        QVERIFY(kioskLogs("kiosk.pin_refused"));
        QVERIFY(!kioskLog().contains("kiosk.server_trusted"));
        typePin(kPin);
        QVERIFY(showsCodeOf(server.url()));
        QVERIFY(std::filesystem::exists(pinFile()));
    }

    void aScreenThatTrustsAServerLooksForNoOther() {
        ServerProcess trusted({"--announce", "yes"});
        startKiosk({"server", "trust", QString::fromStdString(trusted.url())});
        QVERIFY(m_kiosk->waitForFinished(kPatience) && m_kiosk->exitCode() == 0);
        ServerProcess other({"--announce", "yes"});
        QVERIFY(trusted.waitForLog("server.announced") && other.waitForLog("server.announced"));
        startKiosk();
        QVERIFY(showsCodeOf(trusted.url()));
        QVERIFY2(!kioskLog().contains("kiosk.looking_for_server"), kioskLog());
    }

    void aServerThatHasChangedItsKeyGetsNoRequest() {
        const TestCertificate first = m_authority.issue();
        const auto files = place(first);
        const QByteArray key = QByteArray::fromStdString(TlsIdentity::load(files)->fingerprint().groups());
        ServerProcess server(QStringList{"--announce", "yes"} + tlsArguments(files));
        startKiosk();
        QVERIFY(touch(kName));
        QVERIFY(screenSays("The connection is encrypted"));
        m_display->keep("setup-trust-secure");
        QVERIFY(trust());
        QVERIFY(showsCodeOf(secureUrl(server)));
        QVERIFY2(kioskLog().contains(key), kioskLog());

        server.kill();
        place(m_authority.issue());
        server.start();
        QVERIFY(kioskLogs("another TLS key"));
        QVERIFY(eventually([&] { return !showsCode(); }, kPatience));
        QVERIFY(screenSays("This screen is not in service"));
        QVERIFY(screenSays("another TLS key"));
        m_display->keep("setup-another-key");
        server.kill();
        place(first);
        server.start();
        startKiosk();
        QVERIFY(showsCodeOf(secureUrl(server)));
    }

    void aServerWithAnotherKeyThanItAnnouncesIsRefused() {
        const ServerProcess server(tlsArguments(place(m_authority.issue())));
        const KeyFingerprint claimed({1});
        m_network->announce(kName, {"txtvers=1", QByteArray::fromStdString("url=" + secureUrl(server)),
                                    QByteArray::fromStdString("id=" + claimed.text())});
        startKiosk();
        QVERIFY(touch(kName));
        QVERIFY(screenSays("This server cannot be trusted"));
        m_display->keep("setup-refused");
        m_display->press("Return"); // there is only the way back
        QVERIFY(screenSays("Choose this screen"));
        QVERIFY(!std::filesystem::exists(pinFile()));
    }

    void theListFollowsTheNetwork() {
        ServerProcess gone({"--announce", "yes"});
        startKiosk();
        QVERIFY(screenSays("Choose this screen"));
        QCOMPARE(gone.terminate(), 0);
        QVERIFY(screenSays("Looking for a sign-in server"));
        const ServerProcess server({"--announce", "yes"});
        QVERIFY(touch(kName));
        QVERIFY(trust());
        QVERIFY(showsCodeOf(server.url()));
    }

    void aScreenWithoutAvahiSaysSoUntilThereIsOne() {
        m_network->stopDaemon();
        const ServerProcess server({"--announce", "yes"});
        startKiosk();
        QVERIFY(screenSays("Servers cannot be looked for"));
        QVERIFY(kioskLogs("kiosk.cannot_look"));
        m_display->keep("setup-deaf");
        m_network->startDaemon();
        QVERIFY(touch(kName));
    }
};

QTEST_GUILESS_MAIN(TestKioskFindsItsServer)
#include "tst_kiosk_finds_its_server.moc"
