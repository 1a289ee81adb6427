// The window on a real session on a real server: what a person sees, and when it is gone.

#include "app/views/kiosk_face.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/qr_in_picture.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

namespace {

constexpr auto kCheck = "/api/checkfast";

QString qrString(const char* sid) {
    return QString("https://lobby.test/fast?s=%1&c=b&t=65ec1a3f").arg(sid);
}

Answer code(const char* sid) {
    return Answer::json(
        QrCodeAnswer{qrString(sid).toStdString(), Sid(sid), SessionState::Waiting, 120s, 30s, 5s}.toJson());
}

Answer status(const char* sid, SessionState state, const std::string& number = {}) {
    return Answer::json(StatusAnswer{Sid(sid), state, number}.toJson());
}

} // namespace

class TestKioskWindow : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void goesFromTheCodeToTheDashboardAndBack();
    void showsTheNumberInPlaceOfTheCodeUntilItIsPicked();
    void startsOverAtTheTouchOfAPersonWhosePhoneItIsNot();
    void takesPersonalWordsOffInTheMomentOfSigningOut();
    void takesPersonalWordsOffWhenTheServerIsAway();
    void repaintsOnceASecondAtMost();
    void staysUntilItIsLetGo();
    void greetsAPersonOverTheDashboardThatIsThereAlready();
    void speaksAnotherLanguageAtATouchAndGoesBackAfterAMinute();
    void staysWithTheLanguageOfWhoeverIsSignedIn();
    void turnsRoundForALanguageFromRightToLeft();
    void isDarkAtNight();
    void saysThatTheClockIsWrong();
    void saysThatAProgramHasFailed();

  private:
    void showNumber();
    void signIn();
    void choose(const QString& language);
    bool shows(const QString& words) const;
    bool showsNumber(const QString& number) const;

    std::chrono::sys_seconds m_wall;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<LoginSession> m_session;
    std::unique_ptr<LanguageSwitch> m_language;
    std::unique_ptr<ClockCheck> m_clock;
    std::unique_ptr<HookCheck> m_hooks;
    std::unique_ptr<LobbyWindow> m_window;
};

void TestKioskWindow::initTestCase() {
    qputenv("TZ", "UTC");
}

void TestKioskWindow::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_server = std::make_unique<LoopbackServer>();
    m_server->answer("/api/getqrcode", code("sid1"));
    m_server->answer(kCheck, Answer::held());
    m_server->answer("/api/signout", Answer::json("{}"));
    DashboardAnswer dashboard;
    dashboard.userId = "u-1";
    dashboard.userName = "Ada Lovelace";
    dashboard.expiresIn = 900s;
    m_server->answer("/site/dashboard", Answer::json(dashboard.toJson()));

    m_api = std::make_unique<ServerApi>(m_server->address(), KioskToken(), *m_scheduler);
    m_session = std::make_unique<LoginSession>(*m_api, *m_scheduler, [] { return 0.5; });
    m_language = std::make_unique<LanguageSwitch>(*m_scheduler, "en");
    m_clock = std::make_unique<ClockCheck>([this] { return m_wall; });
    m_wall = std::chrono::sys_seconds(12h);
    Appearance appearance;
    appearance.languages = {"en", "de", "ar"};
    appearance.darkHours = parseTimesOfDay("19:00-07:00");
    appearance.light.motion = appearance.dark.motion = false;
    m_hooks = std::make_unique<HookCheck>();
    m_window = std::make_unique<LobbyWindow>(
        LobbyParts{*m_scheduler, [this] { return m_wall; }, *m_language}, appearance,
        kioskFaces({*m_session, *m_clock, *m_hooks, m_server->address()}));
    m_window->resize(1280, 720);
    m_window->show();
    m_session->start();
    QTRY_COMPARE(m_server->held(kCheck), 1);
}

void TestKioskWindow::cleanup() {
    m_window.reset();
    m_clock.reset();
    m_language.reset();
    m_session.reset();
    m_api.reset();
    m_server.reset();
    m_scheduler.reset();
}

void TestKioskWindow::showNumber() {
    m_scheduler->advance(2s);
    m_server->release(kCheck, status("sid1", SessionState::Scanned, "42"));
    QTRY_VERIFY(showsNumber("42"));
    QTRY_COMPARE(m_server->held(kCheck), 1);
}

void TestKioskWindow::signIn() {
    m_server->release(kCheck, status("sid1", SessionState::Authenticated));
    QTRY_VERIFY(shows("Ada Lovelace"));
}

// Anywhere in the window, on the view in front or not.
bool TestKioskWindow::shows(const QString& words) const {
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->text().contains(words)) return true;
    }
    return false;
}

void TestKioskWindow::choose(const QString& language) {
    for (BigButton* button : m_window->findChild<LanguageSheet*>()->findChildren<BigButton*>()) {
        if (button->text() == language) return button->click();
    }
    QFAIL("there is no such language");
}

// As the number to tap: its digits may stand in the server's address, too.
bool TestKioskWindow::showsNumber(const QString& number) const {
    for (const QLabel* label : m_window->findChild<NumberView*>()->findChildren<QLabel*>()) {
        if (label->text() == number) return true;
    }
    return false;
}

void TestKioskWindow::goesFromTheCodeToTheDashboardAndBack() {
    QCOMPARE(readQrCode(m_window->grab().toImage()), qrString("sid1"));
    m_scheduler->advance(2s);
    m_server->release(kCheck, status("sid1", SessionState::Scanned));
    QTRY_VERIFY(shows("Check your phone"));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    signIn();
    QCOMPARE(readQrCode(m_window->grab().toImage()), QString());
    m_server->answer("/api/getqrcode", code("sid2"));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_window->findChild<DashboardView*>()->findChild<BigButton*>()->click();
    QTRY_VERIFY(shows("Goodbye"));
    m_scheduler->advance(LoginSession::kGoodbyeFor);
    QTRY_COMPARE(readQrCode(m_window->grab().toImage()), qrString("sid2"));
}

void TestKioskWindow::showsTheNumberInPlaceOfTheCodeUntilItIsPicked() {
    showNumber();
    QVERIFY(m_window->findChild<NumberView*>()->isVisible());
    QCOMPARE(readQrCode(m_window->grab().toImage()), QString());
    m_scheduler->advance(2s);
    m_server->release(kCheck, status("sid1", SessionState::Scanned, "17"));
    QTRY_VERIFY(showsNumber("17"));
    QVERIFY(!showsNumber("42"));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    signIn();
    QVERIFY(!m_window->findChild<NumberView*>()->isVisible());
}

void TestKioskWindow::startsOverAtTheTouchOfAPersonWhosePhoneItIsNot() {
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    showNumber();
    m_server->answer("/api/getqrcode", code("sid2"));
    auto* button = m_window->findChild<NumberView*>()->findChild<BigButton*>();
    QVERIFY(button->hasFocus());
    QTest::keyClick(button, Qt::Key_Return);
    QTRY_COMPARE(readQrCode(m_window->grab().toImage()), qrString("sid2"));
    QCOMPARE(m_server->requests("/api/getqrcode").last().parameter("sid"), "null");
}

void TestKioskWindow::takesPersonalWordsOffInTheMomentOfSigningOut() {
    m_server->answer("/api/signout", Answer::held()); // the server has not even heard
    signIn();
    m_window->findChild<DashboardView*>()->findChild<BigButton*>()->click();
    QVERIFY(!shows("Ada"));
    QVERIFY(shows("You are signed out"));
}

void TestKioskWindow::takesPersonalWordsOffWhenTheServerIsAway() {
    signIn();
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_server->stop();
    const auto isAwayASecondLater = [this] {
        m_scheduler->advance(1s);
        return shows("Back in a moment");
    };
    QTRY_VERIFY(isAwayASecondLater());
    QVERIFY(!shows("Ada"));
}

void TestKioskWindow::repaintsOnceASecondAtMost() {
    struct Counter : QObject {
        bool eventFilter(QObject*, QEvent* event) override {
            if (event->type() == QEvent::Paint) ++paints;
            return false;
        }
        int paints = 0;
    };
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCoreApplication::processEvents();
    Counter ring;
    Counter card;
    m_window->findChild<CountdownRing*>()->installEventFilter(&ring);
    m_window->findChild<QrCodeView*>()->installEventFilter(&card);
    for (int tenth = 0; tenth < 30; ++tenth) {
        m_scheduler->advance(100ms);
        QCoreApplication::processEvents();
    }
    QVERIFY(ring.paints >= 1);
    QVERIFY2(ring.paints <= 4, qPrintable(QString::number(ring.paints)));
    QCOMPARE(card.paints, 0);
}

void TestKioskWindow::staysUntilItIsLetGo() {
    QSignalSpy asked(m_window.get(), &LobbyWindow::closeRequested);
    QVERIFY(!m_window->close());
    QCOMPARE(asked.count(), 1);
    QVERIFY(m_window->isVisible());
}

void TestKioskWindow::greetsAPersonOverTheDashboardThatIsThereAlready() {
    signIn();
    const auto* welcome = m_window->findChild<WelcomeView*>();
    QVERIFY(welcome->isVisible());
    QVERIFY(m_window->findChild<DashboardView*>()->isVisible());
    QTest::mouseClick(m_window->findChild<DashboardView*>()->findChild<BigButton*>(), Qt::LeftButton);
    QVERIFY(!welcome->isVisible());
    QVERIFY(!shows("Ada"));
}

void TestKioskWindow::speaksAnotherLanguageAtATouchAndGoesBackAfterAMinute() {
    auto* sheet = m_window->findChild<LanguageSheet*>();
    QVERIFY(sheet->isHidden());
    choose("Deutsch");
    QTRY_VERIFY(shows("Zum Anmelden scannen"));
    QTRY_COMPARE(readQrCode(m_window->grab().toImage()), qrString("sid1")); // the same code
    m_scheduler->advance(LanguageSwitch::kGoesBackAfter - 1s);
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {5, 5}); // somebody is there
    m_scheduler->advance(LanguageSwitch::kGoesBackAfter - 1s);
    QVERIFY(shows("Zum Anmelden scannen"));
    m_scheduler->advance(1s);
    QVERIFY(shows("Scan to sign in"));
}

void TestKioskWindow::staysWithTheLanguageOfWhoeverIsSignedIn() {
    choose("Deutsch");
    QTRY_VERIFY(shows("Zum Anmelden scannen"));
    signIn();
    QTRY_COMPARE(m_server->held(kCheck), 1);
    for (std::chrono::seconds passed{}; passed < 2 * LanguageSwitch::kGoesBackAfter; passed += 5s) {
        m_scheduler->advance(5s);
        m_server->release(kCheck, status("sid1", SessionState::Authenticated));
        QTRY_COMPARE(m_server->held(kCheck), 1);
    }
    QVERIFY(shows("Ada Lovelace"));
    QCOMPARE(m_language->current(), "de");
}

void TestKioskWindow::turnsRoundForALanguageFromRightToLeft() {
    const auto codeIsRightOfTheMiddle = [this] {
        const auto* card = m_window->findChild<QrCodeView*>();
        return card->mapTo(m_window.get(), card->rect().center()).x() > m_window->width() / 2;
    };
    QVERIFY(codeIsRightOfTheMiddle());
    choose("العربية");
    QTRY_COMPARE(m_language->current(), "ar");
    QVERIFY(!codeIsRightOfTheMiddle());
    QTRY_COMPARE(readQrCode(m_window->grab().toImage()), qrString("sid1"));
}

void TestKioskWindow::isDarkAtNight() {
    const auto lightness = [this] { return m_window->grab().toImage().pixelColor(3, 360).lightness(); };
    QVERIFY(lightness() > 200);
    m_wall += 8h; // 20:00
    m_scheduler->advance(1s);
    QVERIFY(lightness() < 60);
    QTRY_COMPARE(readQrCode(m_window->grab().toImage()), qrString("sid1"));
}

void TestKioskWindow::saysThatTheClockIsWrong() {
    m_clock->hear(m_wall + 29s);
    QVERIFY(!shows("clock"));
    m_clock->hear(m_wall + 4min);
    QVERIFY(shows("This screen’s clock is 4 min behind its server’s."));
    m_clock->hear(m_wall);
    QVERIFY(!shows("clock"));
}

void TestKioskWindow::saysThatAProgramHasFailed() {
    m_hooks->hear(true);
    QVERIFY(shows("A program that belongs to this screen has failed."));
    choose("Deutsch"); // another face
    QTRY_VERIFY(shows("Ein Programm, das zu diesem Bildschirm gehört, ist gescheitert."));
    m_hooks->hear(false);
    QVERIFY(!shows("gescheitert"));
}

QTEST_MAIN(TestKioskWindow)
#include "tst_kiosk_window.moc"
