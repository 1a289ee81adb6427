#include "app/client/login_session.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

namespace {

constexpr auto kCode = "/api/getqrcode";
constexpr auto kCheck = "/api/checkfast";
constexpr auto kBoard = "/site/dashboard";
constexpr auto kOut = "/api/signout";

Answer code(const char* sid, SessionState state = SessionState::Waiting, const char* challenge = "1",
            std::chrono::seconds expiresIn = 120s) {
    const std::string qr = std::string("http://lobby.test/fast?s=") + sid + "-public&c=" + challenge + "&t=1";
    return Answer::json(QrCodeAnswer{qr, Sid(sid), state, expiresIn, 30s, 5s}.toJson());
}

Answer status(const char* sid, SessionState state) {
    return Answer::json(StatusAnswer{Sid(sid), state}.toJson());
}

Answer number(const char* sid, const std::string& text) {
    return Answer::json(StatusAnswer{Sid(sid), SessionState::Scanned, text}.toJson());
}

Answer typedCode(const std::string& text, const std::string& address) {
    const char* qr = "http://lobby.test/fast?s=sid-1-public&c=1&t=1";
    return Answer::json(
        QrCodeAnswer{qr, Sid("sid-1"), SessionState::Waiting, 120s, 30s, 5s, text, address}.toJson());
}

Answer ended() {
    return Answer::json(StatusAnswer{Sid(), SessionState::Ended}.toJson());
}

Answer revision(const char* sid, const std::string& text) {
    return Answer::json(StatusAnswer{Sid(sid), SessionState::Authenticated, {}, text}.toJson());
}

Answer dashboard(std::chrono::seconds expiresIn = 900s, const std::string& revision = {}) {
    DashboardAnswer answer;
    answer.userId = "u-1";
    answer.userName = "Ada";
    answer.since = std::chrono::sys_seconds(1000s);
    answer.until = answer.since + expiresIn;
    answer.expiresIn = expiresIn;
    answer.revision = revision;
    return Answer::json(answer.toJson());
}

} // namespace

class TestLoginSession : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void showsTheServersCode();
    void passesOnWhatToTypeAndWhere();
    void leavesOutATypedCodeWithoutItsAddress();
    void refreshesTheCodeAfterThirtySecondsWithTheSameSid();
    void pollsEveryFiveSecondsFromStartToStart();
    void asksTheServerToHoldUntilTheRefreshAtMost();
    void countsAHeldPollFromItsStart();
    void hasOneRequestInFlight();
    void seesAnApprovalAtOnceOnAHeldPoll();
    void saysThatThePhoneIsHereAndGoesOnPolling();
    void goesBackToTheCodeWhenThePhoneGivesUp();
    void showsTheNumberInPlaceOfTheCode();
    void asksForNoCodeWhileANumberIsShown();
    void followsANumberThatChangesInPlace();
    void takesWhatIsNotTwoDigitsForNoNumber_data();
    void takesWhatIsNotTwoDigitsForNoNumber();
    void believesNoNumberWithoutAPhone();
    void asksAtOnceForTheNumberWhenTheCodeCallSaysScanned();
    void showsAFreshCodeOfTheSameSessionWhenTheScanIsOver();
    void opensTheDashboardWhenTheNumberWasPicked();
    void startsOverWhenAnotherNumberWasPicked();
    void startsOverForAPersonWhosePhoneItIsNot();
    void startsOverOnceASecondAtMost();
    void hasNothingToStartOverWithoutANumber();
    void isAwayAtOnceWhenStartingOverFails();
    void keepsTheNumberForOnePollIntervalWhenTheServerGoesAway();
    void keepsTheNumberWhenTheServerIsBackInTime();
    void showsACodeWhenTheScanIsOverOnceTheServerIsBack();
    void takesNoNumberIntoAnotherSession();
    void showsADeclinedLoginForAWhileAndStartsOver();
    void startsOverWhenTheSessionEnded();
    void doesNotStartOverInATightLoop();
    void dropsALateAnswerOfADeadSession();
    void doesNotBelieveAnAnswerForAnotherSession();
    void opensTheDashboardWhenTheCodeCallSaysSignedIn();
    void startsOverWhenTheDashboardIsRefused();
    void goesOnWatchingWhileSignedIn();
    void fetchesTheDashboardAgainWhenItsRevisionIsAnother();
    void takesTheDashboardOffWhenItCannotBeBroughtUpToDate();
    void leavesTheDashboardAtOnceWhenSignedOutElsewhere();
    void leavesTheDashboardByItselfWhenTheLoginIsOver();
    void signsOutAtOnceOnTheScreenAndThenOnTheServer();
    void keepsTellingAnAbsentServerOfTheSignOut();
    void takesARefusedSignOutForConfirmed();
    void stopsTellingWhenTheLoginIsOverAnyway();
    void hasNothingToSignOutWithoutALogin();
    void saysThatTheServerIsAwayWhenItWasNeverThere();
    void keepsTheCodeForOnePollIntervalWhenTheServerGoesAway();
    void takesTheDashboardOffWhenTheServerStaysAway();
    void continuesTheSessionOfARestartedServer();
    void bringsTheDashboardBackAfterARestart();
    void forgetsALoginThatEndsWhileTheServerIsAway();
    void treatsNonsenseAndErrorsAsAFaultyServer_data();
    void treatsNonsenseAndErrorsAsAFaultyServer();
    void givesUpOnASlowServer();
    void neverShowsACodePastItsExpiry();
    void doesNotShowACodeThatIsTooLongToDraw();
    void backsOffWithJitterWithinItsBounds();
    void backsOffWhenOnlyPollsFail();
    void saysWhyTheServerRefusesTheScreenAndRecovers();
    void stopsAtOnceWithoutALogin();
    void stopsOnceTheServerHasHeardOfTheSignOut();
    void stopsAfterTwoSecondsWhenTheServerIsSilent();

  private:
    template <class P>
    bool at() const {
        return std::holds_alternative<P>(m_session->phase());
    }
    template <class P>
    const P& in() const {
        return std::get<P>(m_session->phase());
    }
    void start();
    void showCode();
    void showNumber();
    void interruptTheServer();
    void signIn();
    // Whoever left is told so, and the next code follows.
    void seeGoodbye(phase::Goodbye::Cause cause);

    double m_chance = 0.999;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<LoginSession> m_session;
};

void TestLoginSession::init() {
    m_chance = 0.999;
    m_scheduler = std::make_unique<ManualScheduler>();
    m_server = std::make_unique<LoopbackServer>();
    m_api = std::make_unique<ServerApi>(m_server->address(), KioskToken(), *m_scheduler);
    m_session = std::make_unique<LoginSession>(*m_api, *m_scheduler, [this] { return m_chance; });
    m_server->answer(kCode, code("sid-1"));
    m_server->answer(kCheck, Answer::held());
    m_server->answer(kBoard, dashboard());
    m_server->answer(kOut, Answer::json("{}"));
}

void TestLoginSession::cleanup() {
    m_session.reset();
    m_api.reset();
    m_server.reset();
    m_scheduler.reset();
}

void TestLoginSession::start() {
    m_session->start();
}

// A code is on the screen and the first poll is held.
void TestLoginSession::showCode() {
    start();
    QTRY_VERIFY(at<phase::ShowingCode>());
    QTRY_COMPARE(m_server->held(kCheck), 1);
}

// The number 42 is on the screen and a poll is held.
void TestLoginSession::showNumber() {
    showCode();
    m_scheduler->advance(2s);
    m_server->release(kCheck, number("sid-1", "42"));
    QTRY_VERIFY(at<phase::ShowingNumber>());
    QTRY_COMPARE(m_server->held(kCheck), 1);
}

// The dashboard is on the screen and a poll is held.
void TestLoginSession::signIn() {
    showCode();
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_VERIFY(at<phase::SignedIn>());
    QTRY_COMPARE(m_server->held(kCheck), 1);
}

void TestLoginSession::seeGoodbye(phase::Goodbye::Cause cause) {
    QTRY_VERIFY(at<phase::Goodbye>());
    QCOMPARE(in<phase::Goodbye>().cause, cause);
    QVERIFY(!m_session->loginOpen());
    m_scheduler->advance(LoginSession::kGoodbyeFor - 1ms);
    QVERIFY(at<phase::Goodbye>());
    m_scheduler->advance(1ms);
}

void TestLoginSession::showsTheServersCode() {
    QVERIFY(at<phase::Connecting>());
    start();
    QTRY_VERIFY(at<phase::ShowingCode>());
    const phase::Code& shown = in<phase::ShowingCode>().code;
    QCOMPARE(shown.qrString, "http://lobby.test/fast?s=sid-1-public&c=1&t=1");
    QVERIFY(shown.matrix == *QrMatrix::encode(shown.qrString));
    QVERIFY(shown.nextAt == m_scheduler->now() + 30s);
}

void TestLoginSession::passesOnWhatToTypeAndWhere() {
    m_server->answer(kCode, typedCode("BCDF-GHJK", "lobby.test/c"));
    showCode();
    const auto& typed = in<phase::ShowingCode>().code.typed;
    QVERIFY(typed);
    QCOMPARE(typed->code, "BCDF-GHJK");
    QCOMPARE(typed->address, "lobby.test/c");
}

void TestLoginSession::leavesOutATypedCodeWithoutItsAddress() {
    m_server->answer(kCode, typedCode("BCDF-GHJK", ""));
    showCode();
    QVERIFY(!in<phase::ShowingCode>().code.typed);
}

void TestLoginSession::refreshesTheCodeAfterThirtySecondsWithTheSameSid() {
    m_server->answer(kCheck, status("sid-1", SessionState::Waiting)); // does not hold
    start();
    for (int poll = 1; poll <= 6; ++poll) {
        QTRY_COMPARE(m_server->count(kCheck), poll);
        if (poll == 6) m_server->answer(kCode, code("sid-1", SessionState::Waiting, "2"));
        QTRY_COMPARE(*m_scheduler->untilNext(), 5s);
        m_scheduler->advance(5s);
    }
    QTRY_COMPARE(m_server->count(kCode), 2);
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "sid-1");
    QTRY_VERIFY(in<phase::ShowingCode>().code.qrString.find("c=2") != std::string::npos);
}

void TestLoginSession::pollsEveryFiveSecondsFromStartToStart() {
    m_server->answer(kCheck, status("sid-1", SessionState::Waiting));
    start();
    for (int poll = 1; poll <= 3; ++poll) {
        QTRY_COMPARE(m_server->count(kCheck), poll);
        QTRY_COMPARE(*m_scheduler->untilNext(), 5s);
        m_scheduler->advance(4999ms);
        QCOMPARE(m_server->count(kCheck), poll);
        m_scheduler->advance(1ms);
    }
    QTRY_COMPARE(m_server->count(kCheck), 4);
}

void TestLoginSession::asksTheServerToHoldUntilTheRefreshAtMost() {
    showCode();
    QCOMPARE(m_server->requests(kCheck).last().parameter("wait"), "5");
    QCOMPARE(m_server->requests(kCheck).last().parameter("state"), "waiting");
    m_scheduler->advance(14s); // a slow one: the refresh is due in 16 s
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_scheduler->advance(13500ms); // in 2.5 s
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_COMPARE(m_server->count(kCheck), 3);
    QCOMPARE(m_server->requests(kCheck).last().parameter("wait"), "3");
}

void TestLoginSession::countsAHeldPollFromItsStart() {
    showCode();
    m_scheduler->advance(5s);
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_COMPARE(m_server->count(kCheck), 2); // at once: five seconds are over
}

void TestLoginSession::hasOneRequestInFlight() {
    showCode();
    m_scheduler->advance(10s); // past the next poll
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_scheduler->advance(14s);
    m_server->release(kCheck, status("sid-1", SessionState::Scanned));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_scheduler->advance(14s); // past the refresh
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_VERIFY(at<phase::SignedIn>());
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QCOMPARE(m_server->mostAtOnce(), 1);
}

void TestLoginSession::seesAnApprovalAtOnceOnAHeldPoll() {
    showCode();
    const auto before = m_scheduler->now();
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_VERIFY(at<phase::SignedIn>());
    QVERIFY(m_scheduler->now() == before);
    QCOMPARE(in<phase::SignedIn>().dashboard.userName, "Ada");
    QVERIFY(in<phase::SignedIn>().endsAt == before + 900s);
    QCOMPARE(m_server->requests(kBoard).last().parameter("sid"), "sid-1");
}

void TestLoginSession::saysThatThePhoneIsHereAndGoesOnPolling() {
    showCode();
    m_scheduler->advance(3s);
    m_server->release(kCheck, status("sid-1", SessionState::Scanned));
    QTRY_VERIFY(at<phase::PhoneHere>());
    QTRY_COMPARE(m_server->count(kCheck), 2); // at once, held while scanned
    QCOMPARE(m_server->requests(kCheck).last().parameter("state"), "scanned");
}

void TestLoginSession::goesBackToTheCodeWhenThePhoneGivesUp() {
    showCode();
    m_scheduler->advance(3s);
    m_server->release(kCheck, status("sid-1", SessionState::Scanned));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QVERIFY(at<phase::PhoneHere>());
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::showsTheNumberInPlaceOfTheCode() {
    showNumber();
    QCOMPARE(in<phase::ShowingNumber>().number, "42");
    const auto request = m_server->requests(kCheck).last();
    QCOMPARE(request.parameter("sid"), "sid-1");
    QCOMPARE(request.parameter("state"), "scanned");
    QCOMPARE(request.parameter("number"), "42");
    QCOMPARE(request.parameter("wait"), "5");
}

void TestLoginSession::asksForNoCodeWhileANumberIsShown() {
    showNumber();
    QSignalSpy changes(m_session.get(), &LoginSession::phaseChanged);
    for (int poll = 2; poll <= 30; ++poll) { // past the refresh and past the expiry of the code
        QTRY_COMPARE(m_server->count(kCheck), poll);
        QCOMPARE(m_server->requests(kCheck).last().parameter("wait"), "5");
        m_scheduler->advance(5s);
        m_server->release(kCheck, number("sid-1", "42"));
    }
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QCOMPARE(m_server->count(kCode), 1);
    QVERIFY(at<phase::ShowingNumber>());
    QCOMPARE(changes.count(), 0);
}

void TestLoginSession::followsANumberThatChangesInPlace() {
    showNumber();
    m_scheduler->advance(2s);
    m_server->release(kCheck, number("sid-1", "17")); // a second phone
    QTRY_COMPARE(in<phase::ShowingNumber>().number, "17");
    QTRY_COMPARE(m_server->count(kCheck), 3); // at once
    QCOMPARE(m_server->requests(kCheck).last().parameter("number"), "17");
    QCOMPARE(m_server->count(kCode), 1);
}

void TestLoginSession::takesWhatIsNotTwoDigitsForNoNumber_data() {
    QTest::addColumn<QString>("nonsense");
    QTest::newRow("one digit") << "7";
    QTest::newRow("three digits") << "123";
    QTest::newRow("a letter") << "4a";
    QTest::newRow("a sign") << "-4";
    QTest::newRow("markup") << "<b>42</b>";
    QTest::newRow("control characters") << "\x1b[";
    QTest::newRow("digits of another script") << QString::fromUtf8("٤٢");
}

void TestLoginSession::takesWhatIsNotTwoDigitsForNoNumber() {
    QFETCH(QString, nonsense);
    showCode();
    m_scheduler->advance(2s);
    m_server->release(kCheck, number("sid-1", nonsense.toStdString()));
    QTRY_VERIFY(at<phase::PhoneHere>()); // with the code, as without a number
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QCOMPARE(m_server->requests(kCheck).last().parameter("number"), "");
    m_scheduler->advance(2s);
    m_server->release(kCheck, number("sid-1", nonsense.toStdString()));
    QTRY_COMPARE(m_scheduler->untilNext(), std::optional<Scheduler::Duration>(3s)); // no change, no hurry
}

void TestLoginSession::believesNoNumberWithoutAPhone() {
    showCode();
    const Answer confused = Answer::json(StatusAnswer{Sid("sid-1"), SessionState::Waiting, "42"}.toJson());
    m_scheduler->advance(2s);
    m_server->release(kCheck, confused);
    QTRY_COMPARE(m_scheduler->untilNext(), std::optional<Scheduler::Duration>(3s));
    QVERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::asksAtOnceForTheNumberWhenTheCodeCallSaysScanned() {
    showCode();
    m_server->answer(kCheck, status("sid-1", SessionState::Waiting)); // does not hold any more
    m_scheduler->advance(8s);
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    for (int poll = 2; poll <= 5; ++poll) { // at 8 s, 13 s, 18 s, 23 s
        QTRY_COMPARE(m_server->count(kCheck), poll);
        QTRY_COMPARE(*m_scheduler->untilNext(), 5s);
        m_scheduler->advance(5s);
    }
    QTRY_COMPARE(*m_scheduler->untilNext(), 2s); // the refresh, 3 s before the next poll is due
    m_server->answer(kCode, code("sid-1", SessionState::Scanned, "2"));
    m_server->answer(kCheck, number("sid-1", "42"));
    m_scheduler->advance(2s);
    const auto refreshed = m_scheduler->now();
    QTRY_VERIFY(at<phase::ShowingNumber>());
    QVERIFY(m_scheduler->now() == refreshed);
}

void TestLoginSession::showsAFreshCodeOfTheSameSessionWhenTheScanIsOver() {
    showNumber();
    m_server->answer(kCode, code("sid-1", SessionState::Waiting, "2"));
    m_scheduler->advance(2s);
    const auto before = m_scheduler->now();
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_VERIFY(at<phase::ShowingCode>());
    QVERIFY(m_scheduler->now() == before);
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "sid-1");
    QVERIFY(in<phase::ShowingCode>().code.qrString.find("c=2") != std::string::npos);
}

void TestLoginSession::opensTheDashboardWhenTheNumberWasPicked() {
    showNumber();
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_VERIFY(at<phase::SignedIn>());
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QVERIFY(!m_server->requests(kCheck).last().query.hasQueryItem("number"));
}

void TestLoginSession::startsOverWhenAnotherNumberWasPicked() {
    showNumber();
    m_server->answer(kCode, code("sid-2"));
    m_server->release(kCheck, status("sid-1", SessionState::Declined));
    QTRY_VERIFY(at<phase::Declined>());
    m_scheduler->advance(LoginSession::kDeclinedFor);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
}

void TestLoginSession::startsOverForAPersonWhosePhoneItIsNot() {
    showNumber();
    m_server->answer(kCode, code("sid-2"));
    m_session->startOver(); // with a poll under way
    QVERIFY(at<phase::Connecting>());
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated)); // too late
    QTRY_VERIFY(at<phase::ShowingCode>());
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QVERIFY(m_server->requests(kOut).last().body.contains("sid-1")); // which sends the phone away
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
    QCOMPARE(m_server->requests(kCheck).last().parameter("sid"), "sid-2");
    QCOMPARE(m_server->requests(kCheck).last().parameter("state"), "waiting");
    QCOMPARE(m_server->count(kBoard), 0);
    QCOMPARE(m_server->mostAtOnce(), 1);
}

void TestLoginSession::startsOverOnceASecondAtMost() {
    m_server->answer(kCheck, number("sid-1", "42"));
    start();
    for (int round = 1; round <= 5; ++round) {
        QTRY_VERIFY(at<phase::ShowingNumber>());
        QCOMPARE(m_server->count(kCode), round);
        m_session->startOver();
        QTRY_COMPARE(*m_scheduler->untilNext(), LoginSession::kMinimumSpacing);
        m_scheduler->advance(LoginSession::kMinimumSpacing);
    }
}

void TestLoginSession::hasNothingToStartOverWithoutANumber() {
    showCode();
    m_session->startOver();
    QVERIFY(at<phase::ShowingCode>());
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_VERIFY(at<phase::SignedIn>());
    m_session->startOver(); // would leave the login open, with nobody to sign it out
    QVERIFY(at<phase::SignedIn>());
    QCOMPARE(m_server->count(kCode), 1);
}

void TestLoginSession::isAwayAtOnceWhenStartingOverFails() {
    showNumber();
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s); // a poll has failed
    m_session->startOver();
    QVERIFY(at<phase::Connecting>());
    QTRY_VERIFY(m_scheduler->untilNext() <= 2s); // nobody could be told
    m_scheduler->advance(*m_scheduler->untilNext());
    QTRY_VERIFY(at<phase::Away>());
}

void TestLoginSession::keepsTheNumberForOnePollIntervalWhenTheServerGoesAway() {
    showNumber();
    m_chance = 0;
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s);
    for (int step = 0; step < 19; ++step) { // 250 ms each
        m_scheduler->advance(250ms);
        QCoreApplication::processEvents();
        QVERIFY(at<phase::ShowingNumber>());
    }
    m_scheduler->advance(250ms);
    QVERIFY(at<phase::Away>());
    QVERIFY(!in<phase::Away>().loginOpen);
    // Back again, it is not shown until the server has repeated it.
    m_server->answer(kCode, code("sid-1", SessionState::Scanned, "2"));
    m_server->forgetRequests();
    m_server->restart();
    // An attempt from before may fail only now, and the next one waits for time to pass.
    const auto isAskedASecondLater = [this] {
        if (m_server->held(kCheck) == 0) m_scheduler->advance(1s);
        return m_server->held(kCheck) == 1;
    };
    QTRY_VERIFY(isAskedASecondLater());
    QVERIFY(!at<phase::ShowingNumber>());
    QCOMPARE(m_server->requests(kCheck).last().parameter("number"), "");
    m_server->release(kCheck, number("sid-1", "42"));
    QTRY_VERIFY(at<phase::ShowingNumber>());
}

// The number is on the screen still, and the server is back and has yet to be asked.
void TestLoginSession::interruptTheServer() {
    showNumber();
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s);
    m_server->restart();
    m_server->forgetRequests();
}

void TestLoginSession::keepsTheNumberWhenTheServerIsBackInTime() {
    interruptTheServer();
    m_server->answer(kCode, code("sid-1", SessionState::Scanned, "2"));
    QSignalSpy changes(m_session.get(), &LoginSession::phaseChanged);
    m_scheduler->advance(1s);
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QCOMPARE(m_server->requests(kCheck).first().parameter("number"), "42");
    m_server->release(kCheck, number("sid-1", "42"));
    QTRY_VERIFY(m_scheduler->untilNext() > 1s);
    QVERIFY(at<phase::ShowingNumber>());
    QCOMPARE(changes.count(), 0); // no code in between
}

void TestLoginSession::showsACodeWhenTheScanIsOverOnceTheServerIsBack() {
    interruptTheServer();
    m_scheduler->advance(1s);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->requests(kCode).first().parameter("sid"), "sid-1");
}

void TestLoginSession::takesNoNumberIntoAnotherSession() {
    interruptTheServer();
    m_server->answer(kCode, code("sid-2", SessionState::Scanned));
    m_scheduler->advance(1s);
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QVERIFY(!at<phase::ShowingNumber>());
    QCOMPARE(m_server->requests(kCheck).last().parameter("number"), "");
}

void TestLoginSession::showsADeclinedLoginForAWhileAndStartsOver() {
    showCode();
    m_server->release(kCheck, status("sid-1", SessionState::Declined));
    QTRY_VERIFY(at<phase::Declined>());
    m_server->answer(kCode, code("sid-2"));
    m_scheduler->advance(LoginSession::kDeclinedFor - 1ms);
    QVERIFY(at<phase::Declined>());
    QCOMPARE(m_server->count(kCode), 1);
    m_scheduler->advance(1ms);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
}

void TestLoginSession::startsOverWhenTheSessionEnded() {
    showCode();
    m_scheduler->advance(2s);
    m_server->answer(kCode, code("sid-2"));
    m_server->release(kCheck, ended());
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
    QCOMPARE(m_server->requests(kCheck).last().parameter("sid"), "sid-2");
    QVERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::doesNotStartOverInATightLoop() {
    m_server->answer(kCheck, ended());
    start();
    for (int round = 1; round <= 5; ++round) {
        QTRY_COMPARE(m_server->count(kCheck), round);
        QTRY_VERIFY(at<phase::Connecting>());
        QCOMPARE(m_server->count(kCode), round);
        QCOMPARE(*m_scheduler->untilNext(), LoginSession::kMinimumSpacing);
        m_scheduler->advance(LoginSession::kMinimumSpacing);
    }
}

void TestLoginSession::dropsALateAnswerOfADeadSession() {
    signIn();
    m_session->signOut(); // with a poll under way
    QTRY_COMPARE(m_server->count(kOut), 1);
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated)); // too late
    m_server->answer(kCode, code("sid-2"));
    seeGoodbye(phase::Goodbye::Cause::SignedOut);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QTRY_COMPARE(m_server->requests(kCheck).last().parameter("sid"), "sid-2");
    QCOMPARE(m_server->count(kBoard), 1);
}

void TestLoginSession::doesNotBelieveAnAnswerForAnotherSession() {
    showCode();
    m_server->release(kCheck, status("sid-of-somebody-else", SessionState::Authenticated));
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s); // it tries again, as after any failure
    QVERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->count(kBoard), 0);
}

void TestLoginSession::opensTheDashboardWhenTheCodeCallSaysSignedIn() {
    m_server->answer(kCode, code("sid-1", SessionState::Authenticated));
    start();
    QTRY_VERIFY(at<phase::SignedIn>());
}

void TestLoginSession::startsOverWhenTheDashboardIsRefused() {
    showCode();
    m_server->answer(kBoard, Answer::json(Verdict{401, "no active login"}.toJson(), 401));
    m_server->answer(kCode, code("sid-2"));
    m_scheduler->advance(2s);
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_COMPARE(m_server->count(kCode), 2);
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::goesOnWatchingWhileSignedIn() {
    signIn();
    QCOMPARE(m_server->requests(kCheck).last().parameter("state"), "authenticated");
    QCOMPARE(m_server->requests(kCheck).last().parameter("wait"), "5");
    m_scheduler->advance(5s);
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_scheduler->advance(5s);
    QVERIFY(at<phase::SignedIn>());
    QCOMPARE(m_server->count(kBoard), 1);
    QCOMPARE(m_server->count(kCode), 1); // no codes meanwhile
}

void TestLoginSession::fetchesTheDashboardAgainWhenItsRevisionIsAnother() {
    m_server->answer(kBoard, dashboard(900s, "r1"));
    signIn();
    QVERIFY(in<phase::SignedIn>().fresh);
    QCOMPARE(m_server->requests(kCheck).last().parameter("revision"), "r1");
    m_server->answer(kBoard, dashboard(900s, "r2"));
    m_scheduler->advance(2s);
    m_server->release(kCheck, revision("sid-1", "r2"));
    QTRY_COMPARE(m_server->count(kBoard), 2);
    QTRY_VERIFY(at<phase::SignedIn>() && in<phase::SignedIn>().dashboard.revision == "r2");
    QVERIFY(!in<phase::SignedIn>().fresh); // nobody is welcomed twice
    m_scheduler->advance(1s);
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QCOMPARE(m_server->requests(kCheck).last().parameter("revision"), "r2");
    m_server->release(kCheck, revision("sid-1", "r2"));
    QTRY_VERIFY(*m_scheduler->untilNext() > 1s);
    QCOMPARE(m_server->count(kBoard), 2);
}

void TestLoginSession::takesTheDashboardOffWhenItCannotBeBroughtUpToDate() {
    m_server->answer(kBoard, dashboard(900s, "r1"));
    signIn();
    m_server->answer(kBoard, Answer::json(Verdict{401, "no active login"}.toJson(), 401));
    m_server->release(kCheck, revision("sid-1", "r2"));
    seeGoodbye(phase::Goodbye::Cause::Elsewhere);
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::leavesTheDashboardAtOnceWhenSignedOutElsewhere() {
    signIn();
    m_server->answer(kCode, code("sid-2"));
    m_scheduler->advance(2s);
    m_server->release(kCheck, ended());
    QTRY_VERIFY(!at<phase::SignedIn>());
    seeGoodbye(phase::Goodbye::Cause::Elsewhere);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->count(kOut), 0);
}

void TestLoginSession::leavesTheDashboardByItselfWhenTheLoginIsOver() {
    m_server->answer(kBoard, dashboard(4s));
    signIn();
    m_server->answer(kCode, code("sid-2"));
    m_scheduler->advance(3999ms);
    QVERIFY(at<phase::SignedIn>());
    m_scheduler->advance(1ms);
    seeGoodbye(phase::Goodbye::Cause::Over);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
}

void TestLoginSession::signsOutAtOnceOnTheScreenAndThenOnTheServer() {
    signIn();
    m_server->answer(kCode, code("sid-2"));
    m_scheduler->advance(2s);
    m_session->signOut();
    QVERIFY(at<phase::SigningOut>()); // before the server knows
    seeGoodbye(phase::Goodbye::Cause::SignedOut);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->requests(kOut).first().body, R"({"sid":"sid-1"})");
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
}

void TestLoginSession::keepsTellingAnAbsentServerOfTheSignOut() {
    signIn();
    m_server->stop();
    m_session->signOut();
    QTRY_VERIFY(at<phase::SigningOut>() && in<phase::SigningOut>().serverAway);
    QVERIFY(m_session->loginOpen());
    m_server->answerOnce(kOut, Answer::json("{}", 500));
    m_server->restart();
    m_scheduler->advance(1s);
    QTRY_COMPARE(m_server->count(kOut), 1);
    QTRY_VERIFY(m_scheduler->untilNext() <= 2s);
    QVERIFY(at<phase::SigningOut>());
    m_scheduler->advance(2s);
    QTRY_COMPARE(m_server->count(kOut), 2);
    seeGoodbye(phase::Goodbye::Cause::SignedOut);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->requests(kOut).last().body, R"({"sid":"sid-1"})");
}

void TestLoginSession::takesARefusedSignOutForConfirmed() {
    signIn();
    m_server->answer(kOut, Answer::json("{}", 401));
    m_scheduler->advance(2s);
    m_session->signOut();
    seeGoodbye(phase::Goodbye::Cause::SignedOut);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->count(kOut), 1);
}

void TestLoginSession::stopsTellingWhenTheLoginIsOverAnyway() {
    m_server->answer(kBoard, dashboard(60s));
    signIn();
    m_server->answer(kOut, Answer::held());
    m_session->signOut();
    QTRY_COMPARE(m_server->held(kOut), 1);
    for (int second = 0; second < 60; ++second) {
        QCoreApplication::processEvents();
        QVERIFY(at<phase::SigningOut>());
        m_scheduler->advance(1s);
    }
    seeGoodbye(phase::Goodbye::Cause::SignedOut);
}

void TestLoginSession::hasNothingToSignOutWithoutALogin() {
    showCode();
    m_session->signOut();
    QVERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->held(kCheck), 1); // the poll goes on
}

void TestLoginSession::saysThatTheServerIsAwayWhenItWasNeverThere() {
    m_server->stop();
    start();
    QTRY_VERIFY(at<phase::Away>());
    QCOMPARE(in<phase::Away>().cause, phase::Away::Cause::Unreachable);
    QCOMPARE(in<phase::Away>().detail, "the server refuses connections");
    QVERIFY(in<phase::Away>().nextTry == m_scheduler->now() + 999ms);
    QVERIFY(in<phase::Away>().since == m_scheduler->now());
    m_server->restart();
    m_scheduler->advance(1s);
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::keepsTheCodeForOnePollIntervalWhenTheServerGoesAway() {
    showCode();
    m_chance = 0;
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s);
    for (int step = 0; step < 19; ++step) { // 250 ms each
        m_scheduler->advance(250ms);
        QCoreApplication::processEvents();
        QVERIFY(at<phase::ShowingCode>());
    }
    m_scheduler->advance(250ms);
    QVERIFY(at<phase::Away>());
}

void TestLoginSession::takesTheDashboardOffWhenTheServerStaysAway() {
    signIn();
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s);
    QVERIFY(at<phase::SignedIn>());
    m_scheduler->advance(5s);
    QVERIFY(at<phase::Away>());
    QVERIFY(in<phase::Away>().loginOpen);
    QVERIFY(m_session->loginOpen()); // and can still be signed out
}

void TestLoginSession::continuesTheSessionOfARestartedServer() {
    showCode();
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s);
    m_server->restart();
    m_server->forgetRequests();
    m_scheduler->advance(1s);
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QVERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->requests(kCode).first().parameter("sid"), "sid-1");
    QCOMPARE(m_server->requests(kCheck).first().parameter("wait"), "0"); // is it really back?
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_VERIFY(m_scheduler->untilNext() == 5s);
    m_scheduler->advance(6s);
    QVERIFY(at<phase::ShowingCode>()); // the grace is over and forgotten
}

void TestLoginSession::bringsTheDashboardBackAfterARestart() {
    signIn();
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s);
    m_scheduler->advance(5s);
    QVERIFY(at<phase::Away>());
    QTRY_VERIFY(m_scheduler->untilNext() <= 2s); // the next attempt has failed, too
    m_server->restart();
    m_server->answer(kCode, code("sid-1", SessionState::Authenticated));
    m_scheduler->advance(2s);
    QTRY_VERIFY(at<phase::SignedIn>());
    QCOMPARE(m_server->count(kBoard), 2);
}

void TestLoginSession::forgetsALoginThatEndsWhileTheServerIsAway() {
    m_server->answer(kBoard, dashboard(30s));
    signIn();
    m_server->stop();
    for (int second = 0; second < 31; ++second) {
        QTest::qWait(0);
        m_scheduler->advance(1s);
    }
    QTRY_VERIFY(at<phase::Away>());
    QVERIFY(!m_session->loginOpen());
    QVERIFY(!in<phase::Away>().loginOpen);
}

void TestLoginSession::treatsNonsenseAndErrorsAsAFaultyServer_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not JSON") << 200 << QByteArray("<html>welcome</html>");
    QTest::newRow("a member is missing") << 200 << QByteArray(R"({"qr":"x","sid":"s"})");
    QTest::newRow("no session") << 200 << code("null").body;
    QTest::newRow("a dead code") << 200 << code("s", SessionState::Waiting, "1", 0s).body;
    QTest::newRow("500") << 500 << QByteArray();
    QTest::newRow("404") << 404 << QByteArray("not here");
}

void TestLoginSession::treatsNonsenseAndErrorsAsAFaultyServer() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->answerOnce(kCode, Answer::json(body.toStdString(), status));
    start();
    QTRY_VERIFY(at<phase::Away>());
    QCOMPARE(in<phase::Away>().cause, phase::Away::Cause::Faulty);
    QVERIFY(!in<phase::Away>().detail.empty());
    m_scheduler->advance(1s);
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::givesUpOnASlowServer() {
    m_server->answer(kCode, Answer::held());
    start();
    QTRY_COMPARE(m_server->held(kCode), 1);
    m_scheduler->advance(10s);
    QVERIFY(at<phase::Away>());
    QCOMPARE(in<phase::Away>().detail, "the server does not answer in time");
}

void TestLoginSession::neverShowsACodePastItsExpiry() {
    m_server->answer(kCode, code("sid-1", SessionState::Waiting, "1", 8s));
    showCode();
    m_scheduler->advance(7999ms);
    QVERIFY(at<phase::ShowingCode>());
    m_scheduler->advance(1ms); // the poll is still under way
    QVERIFY(at<phase::Connecting>());
    m_server->release(kCheck, status("sid-1", SessionState::Waiting));
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->count(kCode), 2);
}

void TestLoginSession::doesNotShowACodeThatIsTooLongToDraw() {
    const std::string endless(4000, 'x');
    m_server->answer(
        kCode, Answer::json(QrCodeAnswer{endless, Sid("s"), SessionState::Waiting, 120s, 30s, 5s}.toJson()));
    start();
    QTRY_VERIFY(at<phase::Away>());
}

void TestLoginSession::backsOffWithJitterWithinItsBounds() {
    m_server->answer(kCode, Answer::json("{}", 503));
    m_chance = 0.5;
    start();
    int asked = 1;
    for (const auto expected : {500ms, 1000ms, 2000ms, 4000ms, 8000ms, 15000ms, 15000ms}) {
        QTRY_COMPARE(m_server->count(kCode), asked);
        QTRY_VERIFY(at<phase::Away>() && in<phase::Away>().nextTry == m_scheduler->now() + expected);
        m_scheduler->advance(expected);
        ++asked;
    }
    m_chance = 0;
    QTRY_COMPARE(m_server->count(kCode), asked);
    QTRY_VERIFY(m_scheduler->untilNext() == LoginSession::kShortestBackOff);
    m_chance = 0.999999;
    m_scheduler->advance(LoginSession::kShortestBackOff);
    QTRY_VERIFY(m_scheduler->untilNext() > 29s);
    QVERIFY(m_scheduler->untilNext() <= LoginSession::kLongestBackOff);
}

void TestLoginSession::backsOffWhenOnlyPollsFail() {
    m_server->answer(kCheck, Answer::json("{}", 500));
    m_chance = 0.5;
    start();
    const auto isAwayASecondLater = [this] {
        m_scheduler->advance(1s);
        return at<phase::Away>();
    };
    QTRY_VERIFY(isAwayASecondLater());
    // From here on each attempt gets a code, fails at the poll, and is away again at once, for twice as long.
    std::optional<Scheduler::Duration> before;
    for (int attempt = 0; attempt < 4; ++attempt) {
        if (in<phase::Away>().nextTry > m_scheduler->now())
            m_scheduler->advance(in<phase::Away>().nextTry - m_scheduler->now());
        QTRY_VERIFY(at<phase::Away>() && in<phase::Away>().nextTry > m_scheduler->now());
        const Scheduler::Duration wait = in<phase::Away>().nextTry - m_scheduler->now();
        if (before) QCOMPARE(wait, std::min<Scheduler::Duration>(*before * 2, 15s));
        before = wait;
    }
}

void TestLoginSession::saysWhyTheServerRefusesTheScreenAndRecovers() {
    m_server->answerOnce(kCode, Answer::json(Verdict{401, "this screen is not registered"}.toJson(), 401));
    start();
    QTRY_VERIFY(at<phase::Refused>());
    QCOMPARE(in<phase::Refused>().reason, "this screen is not registered");
    m_scheduler->advance(1s);
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestLoginSession::stopsAtOnceWithoutALogin() {
    showCode();
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    m_session->stop();
    QCOMPARE(stopped.count(), 1);
    QTRY_COMPARE(m_server->held(kCheck), 0);
    QCOMPARE(m_server->count(kOut), 0);
}

void TestLoginSession::stopsOnceTheServerHasHeardOfTheSignOut() {
    signIn();
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    m_session->stop();
    QVERIFY(!at<phase::SignedIn>());
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(m_server->count(kOut), 1);
    m_scheduler->advance(1min);
    QCOMPARE(stopped.count(), 1);
}

void TestLoginSession::stopsAfterTwoSecondsWhenTheServerIsSilent() {
    signIn();
    m_server->answer(kOut, Answer::held());
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    m_session->stop();
    m_scheduler->advance(1999ms);
    QCOMPARE(stopped.count(), 0);
    m_scheduler->advance(1ms);
    QCOMPARE(stopped.count(), 1);
}

QTEST_GUILESS_MAIN(TestLoginSession)
#include "tst_login_session.moc"
