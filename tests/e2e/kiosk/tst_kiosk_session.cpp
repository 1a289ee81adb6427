// The kiosk as a lobby terminal runs it, alone on a screen, on Wayland and on X11, and what its systemd units
// count on: that its word to the service manager gets out of there, and that the session ends as the kiosk
// does.
#include "tests/e2e/kiosk/enrolment.h"
#include "tests/e2e/kiosk/kiosk_session.h"
#include "tests/support/eventually.h"
#include "tests/support/notify_socket.h"
#include "tests/support/qr_in_picture.h"
#include "tests/support/server_process.h"

#include <QTest>

#include <csignal>

using namespace latchkey;

namespace {

constexpr int kPatience = 40'000; // ms; for a busy machine

} // namespace

class TestKioskSession : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<KioskSession> m_session;
    QString m_keyFile;

    ProgramResult phone(const QStringList& arguments) {
        return runProgram(LATCHKEY_PHONE_PROGRAM, arguments, m_server->folder().path());
    }

    void enrolAda() {
        m_keyFile =
            latchkey::enrolAda(*m_server, [this](const QStringList& arguments) { return phone(arguments); });
    }

    void startKiosk(const QStringList& more = {}) {
        QFETCH_GLOBAL(KioskSession::Kind, kind);
        const QString idleLock = "30m"; // a busy machine takes long to read a screen
        m_session = std::make_unique<KioskSession>(
            kind,
            QStringList{"--server", QString::fromStdString(m_server->url()), "--idle-lock", idleLock} + more);
    }

    QString codeOnScreen() {
        QString text;
        eventually(
            [&] {
                text = readQrCode(m_session->panel().screenshot());
                return !text.isEmpty() || !m_session->running();
            },
            kPatience);
        return text;
    }

  private slots:
    void initTestCase_data() {
        QTest::addColumn<KioskSession::Kind>("kind");
        QTest::newRow("wayland") << KioskSession::Kind::Wayland;
        QTest::newRow("x11") << KioskSession::Kind::X11;
    }
    void init() { m_server = std::make_unique<ServerProcess>(); }
    void cleanup() {
        m_session.reset();
        m_server.reset();
    }

    void aPersonUnlocksTheScreen() {
        QFETCH_GLOBAL(KioskSession::Kind, kind);
        const QString where = kind == KioskSession::Kind::Wayland ? "wayland" : "x11";
        enrolAda();
        startKiosk();
        const QString code = codeOnScreen();
        QVERIFY2(code.startsWith(QString::fromStdString(m_server->url()) + "/fast?s="), m_session->log());
        m_session->panel().keep("login-" + where);

        const auto approved = phone({"approve", code, "--key", m_keyFile, "--address-kind", "p2wpkh"});
        QVERIFY2(approved.exitStatus == 0, approved.err);
        QVERIFY(eventually([&] { return m_session->panel().words().contains("Ada Lovelace"); }, kPatience));
        QVERIFY(readQrCode(m_session->panel().screenshot()).isEmpty());
        m_session->panel().keep("dashboard-" + where);
    }

    void tellsTheServiceManagerFromInside() {
        NotifySocket socket;
        startKiosk();
        QByteArrayList told;
        const auto tells = [&](const char* assignment) {
            return eventually(
                [&] {
                    told += socket.received();
                    return told.contains(assignment);
                },
                kPatience);
        };
        QVERIFY2(tells("READY=1"), m_session->log());
        QVERIFY(tells("STATUS=showing a code"));
        m_session->terminate();
        QVERIFY(tells("STOPPING=1"));
    }

    void whoIsSignedInIsSignedOutWhenTheSessionIsTerminated() {
        enrolAda();
        startKiosk();
        const QString code = codeOnScreen();
        QCOMPARE(phone({"approve", code, "--key", m_keyFile, "--address-kind", "p2wpkh"}).exitStatus, 0);
        QVERIFY(eventually([&] { return m_session->log().contains("login.opened"); }, kPatience));
        m_session->terminate();
        QCOMPARE(m_session->waitForEnd(), 0);
        QVERIFY(m_server->waitForLog("login.signed_out"));
    }

    void aKioskThatCrashesEndsItsSessionAsAFailure() {
        startKiosk();
        QVERIFY2(!codeOnScreen().isEmpty(), m_session->log());
        ::kill(m_session->kiosk(), SIGSEGV);
        QCOMPARE(m_session->waitForEnd(), 128 + SIGSEGV);
    }

    void wrongSettingsEndTheSessionAsTheyEndTheKiosk() {
        startKiosk({"--log-level", "chatty"});
        QCOMPARE(m_session->waitForEnd(), 2);
    }
};

QTEST_GUILESS_MAIN(TestKioskSession)
#include "tst_kiosk_session.moc"
