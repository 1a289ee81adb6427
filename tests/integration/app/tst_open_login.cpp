// From the approval to the end of the login, and what a server that is away does to either.

#include "tests/integration/app/login_session_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::login_session_test;
using namespace std::chrono_literals;

class TestOpenLogin : public LoginSessionTest {
    Q_OBJECT

  private slots:
    void init() { set(); }
    void cleanup() { clear(); }

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
    void backsOffWithJitterWithinItsBounds();
    void backsOffWhenOnlyPollsFail();
    void saysWhyTheServerRefusesTheScreenAndRecovers();
    void stopsAtOnceWithoutALogin();
    void stopsOnceTheServerHasHeardOfTheSignOut();
    void stopsAfterTwoSecondsWhenTheServerIsSilent();
};

void TestOpenLogin::opensTheDashboardWhenTheCodeCallSaysSignedIn() {
    m_server->answer(kCode, code("sid-1", SessionState::Authenticated));
    start();
    QTRY_VERIFY(at<phase::SignedIn>());
}

void TestOpenLogin::startsOverWhenTheDashboardIsRefused() {
    showCode();
    m_server->answer(kBoard, Answer::json(Verdict{401, "no active login"}.toJson(), 401));
    m_server->answer(kCode, code("sid-2"));
    m_scheduler->advance(2s);
    m_server->release(kCheck, status("sid-1", SessionState::Authenticated));
    QTRY_COMPARE(m_server->count(kCode), 2);
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestOpenLogin::goesOnWatchingWhileSignedIn() {
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

void TestOpenLogin::fetchesTheDashboardAgainWhenItsRevisionIsAnother() {
    m_server->answer(kBoard, dashboard(900s, "r1"));
    signIn();
    QVERIFY(in<phase::SignedIn>().fresh);
    QCOMPARE(m_server->requests(kCheck).last().parameter("revision"), "r1");
    m_server->answer(kBoard, dashboard(900s, "r2"));
    m_scheduler->advance(2s);
    m_server->release(kCheck, revision("sid-1", "r2"));
    QTRY_COMPARE(m_server->count(kBoard), 2);
    QTRY_VERIFY(at<phase::SignedIn>() && in<phase::SignedIn>().dashboard->revision == "r2");
    QVERIFY(!in<phase::SignedIn>().fresh); // nobody is welcomed twice
    m_scheduler->advance(1s);
    QTRY_COMPARE(m_server->held(kCheck), 1);
    QCOMPARE(m_server->requests(kCheck).last().parameter("revision"), "r2");
    m_server->release(kCheck, revision("sid-1", "r2"));
    QTRY_VERIFY(*m_scheduler->untilNext() > 1s);
    QCOMPARE(m_server->count(kBoard), 2);
}

void TestOpenLogin::takesTheDashboardOffWhenItCannotBeBroughtUpToDate() {
    m_server->answer(kBoard, dashboard(900s, "r1"));
    signIn();
    m_server->answer(kBoard, Answer::json(Verdict{401, "no active login"}.toJson(), 401));
    m_server->release(kCheck, revision("sid-1", "r2"));
    seeGoodbye(phase::Goodbye::Cause::Elsewhere);
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestOpenLogin::leavesTheDashboardAtOnceWhenSignedOutElsewhere() {
    signIn();
    m_server->answer(kCode, code("sid-2"));
    m_scheduler->advance(2s);
    m_server->release(kCheck, ended());
    QTRY_VERIFY(!at<phase::SignedIn>());
    seeGoodbye(phase::Goodbye::Cause::Elsewhere);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->count(kOut), 0);
}

void TestOpenLogin::leavesTheDashboardByItselfWhenTheLoginIsOver() {
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

void TestOpenLogin::signsOutAtOnceOnTheScreenAndThenOnTheServer() {
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

void TestOpenLogin::keepsTellingAnAbsentServerOfTheSignOut() {
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

void TestOpenLogin::takesARefusedSignOutForConfirmed() {
    signIn();
    m_server->answer(kOut, Answer::json("{}", 401));
    m_scheduler->advance(2s);
    m_session->signOut();
    seeGoodbye(phase::Goodbye::Cause::SignedOut);
    QTRY_VERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->count(kOut), 1);
}

void TestOpenLogin::stopsTellingWhenTheLoginIsOverAnyway() {
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

void TestOpenLogin::hasNothingToSignOutWithoutALogin() {
    showCode();
    m_session->signOut();
    QVERIFY(at<phase::ShowingCode>());
    QCOMPARE(m_server->held(kCheck), 1); // the poll goes on
}

void TestOpenLogin::saysThatTheServerIsAwayWhenItWasNeverThere() {
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

void TestOpenLogin::keepsTheCodeForOnePollIntervalWhenTheServerGoesAway() {
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

void TestOpenLogin::takesTheDashboardOffWhenTheServerStaysAway() {
    signIn();
    m_server->stop();
    QTRY_VERIFY(m_scheduler->untilNext() <= 1s);
    QVERIFY(at<phase::SignedIn>());
    m_scheduler->advance(5s);
    QVERIFY(at<phase::Away>());
    QVERIFY(in<phase::Away>().loginOpen);
    QVERIFY(m_session->loginOpen()); // and can still be signed out
}

void TestOpenLogin::continuesTheSessionOfARestartedServer() {
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

void TestOpenLogin::bringsTheDashboardBackAfterARestart() {
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

void TestOpenLogin::forgetsALoginThatEndsWhileTheServerIsAway() {
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

void TestOpenLogin::treatsNonsenseAndErrorsAsAFaultyServer_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not JSON") << 200 << QByteArray("<html>welcome</html>");
    QTest::newRow("a member is missing") << 200 << QByteArray(R"({"qr":"x","sid":"s"})");
    QTest::newRow("no session") << 200 << code("null").body;
    QTest::newRow("a dead code") << 200 << code("s", SessionState::Waiting, "1", 0s).body;
    QTest::newRow("500") << 500 << QByteArray();
    QTest::newRow("404") << 404 << QByteArray("not here");
}

void TestOpenLogin::treatsNonsenseAndErrorsAsAFaultyServer() {
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

void TestOpenLogin::givesUpOnASlowServer() {
    m_server->answer(kCode, Answer::held());
    start();
    QTRY_COMPARE(m_server->held(kCode), 1);
    m_scheduler->advance(10s);
    QVERIFY(at<phase::Away>());
    QCOMPARE(in<phase::Away>().detail, "the server does not answer in time");
}

void TestOpenLogin::backsOffWithJitterWithinItsBounds() {
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

void TestOpenLogin::backsOffWhenOnlyPollsFail() {
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

void TestOpenLogin::saysWhyTheServerRefusesTheScreenAndRecovers() {
    m_server->answerOnce(kCode, Answer::json(Verdict{401, "this screen is not registered"}.toJson(), 401));
    start();
    QTRY_VERIFY(at<phase::Refused>());
    QCOMPARE(in<phase::Refused>().reason, "this screen is not registered");
    m_scheduler->advance(1s);
    QTRY_VERIFY(at<phase::ShowingCode>());
}

void TestOpenLogin::stopsAtOnceWithoutALogin() {
    showCode();
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    m_session->stop();
    QCOMPARE(stopped.count(), 1);
    QTRY_COMPARE(m_server->held(kCheck), 0);
    QCOMPARE(m_server->count(kOut), 0);
}

void TestOpenLogin::stopsOnceTheServerHasHeardOfTheSignOut() {
    signIn();
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    m_session->stop();
    QVERIFY(!at<phase::SignedIn>());
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(m_server->count(kOut), 1);
    m_scheduler->advance(1min);
    QCOMPARE(stopped.count(), 1);
}

void TestOpenLogin::stopsAfterTwoSecondsWhenTheServerIsSilent() {
    signIn();
    m_server->answer(kOut, Answer::held());
    QSignalSpy stopped(m_session.get(), &LoginSession::stopped);
    m_session->stop();
    m_scheduler->advance(1999ms);
    QCOMPARE(stopped.count(), 0);
    m_scheduler->advance(1ms);
    QCOMPARE(stopped.count(), 1);
}

QTEST_GUILESS_MAIN(TestOpenLogin)
#include "tst_open_login.moc"
