// The whole of it: the real server, the real kiosk in a real window, a phone that reads the window's pixels.
#include "common/qr_string.h"
#include "tests/e2e/kiosk/enrolment.h"
#include "tests/e2e/kiosk/x_display.h"
#include "tests/support/eventually.h"
#include "tests/support/qr_in_picture.h"
#include "tests/support/server_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace latchkey;

namespace {

constexpr int kPatience = 60'000; // ms; for a busy machine

} // namespace

class TestKioskEndToEnd : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<VirtualDisplay> m_display;
    std::unique_ptr<QProcess> m_kiosk;
    QByteArray m_kioskLog;
    QString m_keyFile;

    ProgramResult phone(const QStringList& arguments) {
        QProcess process;
        process.setProcessEnvironment(m_display->environment());
        process.start(LATCHKEY_PHONE_PROGRAM, arguments);
        if (!process.waitForFinished(kPatience)) process.kill();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void enrolAda() {
        m_keyFile =
            latchkey::enrolAda(*m_server, [this](const QStringList& arguments) { return phone(arguments); });
    }

    QString tokenFile() {
        const auto added = m_server->administer(
            {"kiosk", "add", "Front desk", "--place", "Building A, ground floor", "--json"});
        const QString token = QJsonDocument::fromJson(added.out).object()["token"].toString();
        const auto file = m_server->folder().write("token", token.toStdString());
        std::filesystem::permissions(file, std::filesystem::perms::owner_read);
        return QString::fromStdString(file.string());
    }

    void startKiosk(const QStringList& arguments) {
        m_kiosk = std::make_unique<QProcess>();
        m_kiosk->setProcessEnvironment(m_display->environment());
        const QString idleLock = "30m"; // a busy machine takes long to read a screen
        m_kiosk->start(LATCHKEY_KIOSK_PROGRAM,
                       QStringList{"--server", QString::fromStdString(m_server->url()), "--log-level",
                                   "debug", "--idle-lock", idleLock} +
                           arguments);
        QVERIFY(m_kiosk->waitForStarted(kPatience));
    }

    // Waits for one more such line in the kiosk's log than there were.
    bool kioskLogs(const char* event, qsizetype times = 1) {
        return eventually([&] {
            m_kioskLog += m_kiosk->readAllStandardError();
            return m_kioskLog.count(event) >= times;
        });
    }

    QString codeOnScreen() {
        QString text;
        eventually([&] { return !(text = readQrCode(m_display->screenshot())).isEmpty(); });
        return text;
    }

    SessionId sessionOf(const QString& code) const {
        const auto parsed = QrString::parse(code.toStdString());
        return parsed ? parsed->sessionId : SessionId();
    }

    void approveFromTheScreen() {
        const auto approved = phone({"approve", "--screen", "--key", m_keyFile, "--address-kind", "p2wpkh"});
        QVERIFY2(approved.exitStatus == 0, approved.err);
        QVERIFY2(approved.out.contains("Ada Lovelace"), approved.out);
    }

    bool screenSays(const QString& words) {
        return eventually([&] { return m_display->words().contains(words, Qt::CaseInsensitive); });
    }

  private slots:
    void init() {
        m_kioskLog.clear();
        m_server = std::make_unique<ServerProcess>(
            QStringList{"--notices", "The flu vaccination clinic is open from 13:00 to 16:00 in room 2.14.",
                        "--notices", "Lift B is out of service until Thursday. Please use lift A."});
    }
    void cleanup() {
        if (m_kiosk) {
            ::kill(static_cast<pid_t>(m_kiosk->processId()), SIGTERM);
            if (!m_kiosk->waitForFinished(kPatience)) m_kiosk->kill();
        }
        m_kiosk.reset();
        m_display.reset();
        m_server.reset();
    }

    void aPersonUnlocksTheScreenAndSignsOut_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1920x1080") << QSize(1920, 1080);
        QTest::newRow("1080x1920") << QSize(1080, 1920);
        QTest::newRow("1280x720") << QSize(1280, 720);
    }
    void aPersonUnlocksTheScreenAndSignsOut() {
        QFETCH(QSize, size);
        const QString name = QTest::currentDataTag();
        m_display = std::make_unique<VirtualDisplay>(size);
        enrolAda();
        startKiosk({"--kiosk-token-file", tokenFile()});

        const QString code = codeOnScreen();
        QVERIFY2(code.startsWith(QString::fromStdString(m_server->url()) + "/fast?s="), qPrintable(code));
        QVERIFY2(code.contains("&k=k"), qPrintable(code));
        m_display->keep("login-" + name);
        QCOMPARE(m_display->screenshot().size(), size);

        approveFromTheScreen();
        QVERIFY(kioskLogs("login.opened"));
        QVERIFY(screenSays("Ada Lovelace"));
        QVERIFY(screenSays("Front desk"));
        m_display->keep("dashboard-" + name);
        QVERIFY(readQrCode(m_display->screenshot()).isEmpty());

        m_display->press("Return"); // the Sign out button has the focus
        QVERIFY(kioskLogs("code.shown", 2));
        const QString next = codeOnScreen();
        QVERIFY(sessionOf(next) != sessionOf(code));
        QVERIFY(!m_display->words().contains("Ada"));
        QVERIFY(m_server->waitForLog("login.signed_out"));
    }

    void aServerThatRestartsIsForgiven() {
        m_display = std::make_unique<VirtualDisplay>(QSize(1280, 720));
        enrolAda();
        startKiosk({});
        const QString code = codeOnScreen();
        QVERIFY(!code.isEmpty());

        m_server->kill();
        QVERIFY(kioskLogs("server.unreachable"));
        QVERIFY(eventually([&] { return readQrCode(m_display->screenshot()).isEmpty(); }));
        m_display->keep("away-1280x720");

        m_server->start();
        const QString healed = codeOnScreen(); // nobody has touched anything
        QCOMPARE(sessionOf(healed), sessionOf(code));
        approveFromTheScreen();
        QVERIFY(screenSays("Ada Lovelace"));

        m_server->kill();
        m_server->start();
        QVERIFY(screenSays("Ada Lovelace")); // the login outlives the restart
    }

    void anOperatorWhoDisablesTheUserEndsTheDashboard() {
        m_display = std::make_unique<VirtualDisplay>(QSize(1280, 720));
        enrolAda();
        startKiosk({});
        QVERIFY(!codeOnScreen().isEmpty());
        approveFromTheScreen();
        QVERIFY(screenSays("Ada Lovelace"));
        QCOMPARE(m_server->administer({"user", "disable", "Ada Lovelace"}).exitStatus, 0);
        QVERIFY(!codeOnScreen().isEmpty());
        QVERIFY(!m_display->words().contains("Ada"));
    }

    void aMachineWithoutADisplayShowsTheCodeAsText() {
        m_display = std::make_unique<VirtualDisplay>(QSize(1280, 720)); // for latchkey-phone's environment
        enrolAda();
        startKiosk({"--terminal"});
        QByteArray shown;
        const auto shows = [&](const QByteArray& text) {
            return eventually([&] {
                shown += m_kiosk->readAllStandardOutput();
                return shown.contains(text);
            });
        };
        QVERIFY(shows("Scan to sign in: "));
        QVERIFY(shown.contains("█"));
        const qsizetype at = shown.indexOf("Scan to sign in: ") + 17;
        QVERIFY(shows(m_server->url().c_str()) && eventually([&] {
                    shown += m_kiosk->readAllStandardOutput();
                    return shown.indexOf('\n', at) > 0;
                }));
        const QString code = QString::fromUtf8(shown.mid(at, shown.indexOf('\n', at) - at));
        const auto approved = phone({"approve", code, "--key", m_keyFile, "--address-kind", "p2wpkh"});
        QVERIFY2(approved.exitStatus == 0, approved.err);
        QVERIFY(shows("Hello, Ada Lovelace"));
        m_kiosk->write("\n");
        QVERIFY(m_kiosk->waitForBytesWritten(kPatience));
        QVERIFY(m_server->waitForLog("login.signed_out"));
    }
};

QTEST_GUILESS_MAIN(TestKioskEndToEnd)
#include "tst_kiosk_end_to_end.moc"
