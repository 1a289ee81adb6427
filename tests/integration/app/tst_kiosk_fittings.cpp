// The parts of a kiosk at work together, on a real session on a real server.

#include "app/kiosk_fittings.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

class TestKioskFittings : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void signsOutADashboardThatNobodyTouches();
    void aTouchKeepsTheDashboardAndPressesNothing();
    void runsTheHooksForWhoeverSignsInAndOut();
    void saysOfEachHookWhetherItHasFailed();
    void theGestureAndTheRightPinLeave();
    void wrongPinsLockThePad();
    void thePinPadLeavesWhenNobodyTypes();
    void withoutAPinTheGestureDoesNothing();

  private:
    void start(bool withPin = true);
    void makeGesture();
    void typePin(const char* pin);
    bool signedIn() const { return std::holds_alternative<phase::SignedIn>(m_session->phase()); }
    bool says(const QString& words) const;

    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<LoginSession> m_session;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<TemporaryFolder> m_state;
    FittingSettings m_settings;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<KioskFittings> m_fittings;
};

void TestKioskFittings::init() {
    m_settings = {};
    m_scheduler = std::make_unique<ManualScheduler>();
    m_server = std::make_unique<LoopbackServer>();
    const QrCodeAnswer code{
        "https://lobby.test/fast?s=a&c=b&t=1", Sid("sid1"), SessionState::Authenticated, 120s, 30s, 30s};
    m_server->answer("/api/getqrcode", Answer::json(code.toJson()));
    m_server->answer("/api/checkfast", Answer::held());
    m_server->answer("/api/signout", Answer::json("{}"));
    DashboardAnswer dashboard;
    dashboard.userId = "u-1";
    dashboard.userName = "Ada Lovelace";
    dashboard.expiresIn = 900s;
    m_server->answer("/site/dashboard", Answer::json(dashboard.toJson()));
    m_api = std::make_unique<ServerApi>(m_server->address(), KioskToken(), *m_scheduler);
    m_session = std::make_unique<LoginSession>(*m_api, *m_scheduler, [] { return 0.5; });
    m_log = std::make_unique<EventLog>(LogFormat::Text, LogLevel::Error);
    m_state = std::make_unique<TemporaryFolder>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestKioskFittings::cleanup() {
    m_fittings.reset();
    m_window.reset();
    m_session.reset();
    m_api.reset();
    m_server.reset();
    m_scheduler.reset();
}

void TestKioskFittings::start(bool withPin) {
    m_settings.idleLock = 15s; // within one poll
    m_settings.stateFolder = m_state->path();
    if (withPin) {
        m_settings.operatorPin =
            hashPin(PinDigits("271828"), [](std::span<std::uint8_t> salt) { std::ranges::fill(salt, 7); });
    }
    m_fittings = std::make_unique<KioskFittings>(
        m_settings, KioskFittings::Around{*m_session, *m_scheduler, *m_log}, Theme(), *m_window);
    m_session->start();
    QTRY_COMPARE(m_server->held("/api/checkfast"), 1);
    QVERIFY(signedIn());
}

void TestKioskFittings::makeGesture() {
    for (int tap = 0; tap < 5; ++tap) QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, {3, 3});
    QCoreApplication::processEvents();
}

void TestKioskFittings::typePin(const char* pin) {
    auto* pad = m_window->findChild<PinView*>();
    QVERIFY(pad->isVisible());
    QTest::keyClicks(pad, pin);
    QTest::keyClick(pad, Qt::Key_Return);
}

bool TestKioskFittings::says(const QString& words) const {
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text() == words) return true;
    }
    return false;
}

void TestKioskFittings::signsOutADashboardThatNobodyTouches() {
    start();
    m_scheduler->advance(5s);
    QVERIFY(says("This screen locks in 10 s"));
    QVERIFY(signedIn());
    m_scheduler->advance(10s);
    QVERIFY(!signedIn());
    QVERIFY(!m_window->findChild<IdleWarning*>()->isVisible());
    QTRY_COMPARE(m_server->count("/api/signout"), 1);
}

void TestKioskFittings::aTouchKeepsTheDashboardAndPressesNothing() {
    start();
    BigButton below(Theme(), "Sign out", m_window.get());
    below.setGeometry(0, 0, 1280, 720);
    below.show();
    QSignalSpy pressed(&below, &QPushButton::clicked);
    m_scheduler->advance(10s);
    QVERIFY(m_window->findChild<IdleWarning*>()->isVisible());
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, {640, 20});
    QTRY_VERIFY(!m_window->findChild<IdleWarning*>()->isVisible());
    QCOMPARE(pressed.count(), 0);
    m_scheduler->advance(14s);
    QVERIFY(signedIn());
}

void TestKioskFittings::runsTheHooksForWhoeverSignsInAndOut() {
    const auto file = m_state->file("said").string();
    const auto hook = m_state->write(
        "hook.sh",
        "#!/bin/sh\necho \"$LATCHKEY_EVENT $LATCHKEY_USER_ID $LATCHKEY_USER_NAME\" >>" + file + "\n");
    std::filesystem::permissions(hook, std::filesystem::perms::owner_all);
    m_settings.hooks = {hook, hook, 10s};
    start();
    m_session->signOut();
    m_fittings.reset(); // gives them their time
    QCOMPARE(contentOf(file), "unlock u-1 Ada Lovelace\nlock u-1 Ada Lovelace\n");
}

void TestKioskFittings::saysOfEachHookWhetherItHasFailed() {
    for (const bool fails : {true, false}) {
        m_settings.hooks = {fails ? "/bin/true" : "/bin/false", fails ? "/bin/false" : "/bin/true", 10s};
        start();
        QSignalSpy ended(m_fittings.get(), &KioskFittings::hookEnded); // may have missed the first
        m_session->signOut();
        QTRY_VERIFY(!ended.isEmpty() && ended.last().first().toBool() == fails);
        cleanup();
        init();
    }
}

void TestKioskFittings::theGestureAndTheRightPinLeave() {
    start();
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    QSignalSpy events(m_fittings.get(), &KioskFittings::happened);
    makeGesture();
    typePin("271828");
    QVERIFY(!m_window->findChild<PinView*>()->isVisible());
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(m_server->count("/api/signout"), 1);
    QCOMPARE(events.count(), 1);
    QCOMPARE(events.first().first().toString(), "operator_exit");
}

void TestKioskFittings::wrongPinsLockThePad() {
    start();
    makeGesture();
    typePin("314159");
    QVERIFY(says("Wrong PIN"));
    typePin("314159");
    typePin("314159");
    QVERIFY(says("Too many attempts, again in 30 s"));
    m_scheduler->advance(10s);
    QVERIFY(says("Too many attempts, again in 20 s"));
    typePin("271828");
    QVERIFY(says("Too many attempts, again in 20 s"));
    m_scheduler->advance(15s);
    QTest::keyClick(m_window.get(), Qt::Key_Shift); // somebody is there
    m_scheduler->advance(5s);
    QVERIFY(!says("Too many attempts, again in 1 s"));
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    typePin("271828");
    QTRY_COMPARE(stopped.count(), 1);
}

void TestKioskFittings::thePinPadLeavesWhenNobodyTypes() {
    start();
    makeGesture();
    auto* pad = m_window->findChild<PinView*>();
    m_scheduler->advance(19s);
    QVERIFY(pad->isVisible());
    m_scheduler->advance(1s);
    QVERIFY(!pad->isVisible());
}

void TestKioskFittings::withoutAPinTheGestureDoesNothing() {
    start(false);
    makeGesture();
    QVERIFY(!m_window->findChild<PinView*>()->isVisible());
}

QTEST_MAIN(TestKioskFittings)
#include "tst_kiosk_fittings.moc"
