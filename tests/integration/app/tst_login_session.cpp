// From the code to the approval: what is shown, what is asked and when.

#include "tests/integration/app/login_session_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::login_session_test;
using namespace std::chrono_literals;

class TestLoginSession : public LoginSessionTest {
    Q_OBJECT

  private slots:
    void init() { set(); }
    void cleanup() { clear(); }

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
    void neverShowsACodePastItsExpiry();
    void doesNotShowACodeThatIsTooLongToDraw();

  private:
    void interruptTheServer();
};

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
    QCOMPARE(in<phase::SignedIn>().dashboard->userName, "Ada");
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

QTEST_GUILESS_MAIN(TestLoginSession)
#include "tst_login_session.moc"
