#include "app/client/server_api.h"
#include "common/time_format.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"

#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;
using Kind = ApiFailure::Kind;

namespace {

constexpr auto kCode = "/api/getqrcode";
constexpr auto kCheck = "/api/checkfast";
constexpr auto kBoard = "/site/dashboard";
constexpr auto kOut = "/api/signout";

const std::string kGoodCode =
    QrCodeAnswer{"http://127.0.0.1/fast?s=a&c=b&t=1", Sid("sid-1"), SessionState::Waiting, 120s, 30s, 5s}
        .toJson();

} // namespace

class TestServerApi : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void asksForAFreshCodeWithFastsNull();
    void sendsTheTokenForACodeAndNowhereElse();
    void encodesTheSidForAQuery();
    void tellsTheServerWhatItKnowsAndHowLongToHold();
    void namesNoNumberUnlessAPhoneIsHere();
    void asksForTheDashboardAsJson();
    void signsOutWithTheSidInTheBody();
    void hearsWhatTimeTheServerHas();
    void keepsNoCookies();
    void followsNoRedirect();
    void passesOnTheServersSentenceWhenRefused();
    void namesTheStatusWhenTheServerFails();
    void namesTheMemberThatIsNotUnderstood();
    void tellsAnAbsentServerFromAFailingOne();
    void tellsASlammedDoorAsUnreachable();
    void givesUpOnASilentServerTenSecondsAfterItsHold();
    void givesUpOnAServerThatTrickles();
    void dropsAnAnswerThatIsTooLong();
    void neverAnswersACallThatWasCancelled();
    void neverRepeatsTheSidInAFailure();

  private:
    void askForCode(const Sid& sid = Sid());

    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ServerApi> m_api;
    ServerApi::Pending m_call;
    std::optional<Result<QrCodeAnswer, ApiFailure>> m_code;
};

void TestServerApi::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_server = std::make_unique<LoopbackServer>();
    m_api = std::make_unique<ServerApi>(m_server->address(), KioskToken("tok-9"), *m_scheduler);
    m_code.reset();
}

void TestServerApi::cleanup() {
    m_call.reset();
    m_api.reset();
    m_server.reset();
    m_scheduler.reset();
}

void TestServerApi::askForCode(const Sid& sid) {
    m_code.reset();
    m_call = m_api->getQrCode(
        sid, [this](Result<QrCodeAnswer, ApiFailure> answer) { m_code = std::move(answer); });
}

void TestServerApi::asksForAFreshCodeWithFastsNull() {
    m_server->answer(kCode, Answer::json(kGoodCode));
    askForCode();
    QTRY_VERIFY(m_code);
    QVERIFY(bool(*m_code));
    QVERIFY((*m_code)->sid == Sid("sid-1"));
    QCOMPARE(m_server->requests().first().method, "GET");
    QCOMPARE(m_server->requests().first().parameter("sid"), "null");
}

void TestServerApi::sendsTheTokenForACodeAndNowhereElse() {
    m_server->answer(kCode, Answer::json(kGoodCode));
    askForCode();
    QTRY_COMPARE(m_server->count(kCode), 1);
    QCOMPARE(m_server->requests(kCode).first().headers.value("authorization"), "Bearer tok-9");

    m_call = m_api->checkStatus({Sid("s"), SessionState::Waiting}, 0s, [](auto) {});
    QTRY_COMPARE(m_server->count(kCheck), 1);
    m_call = m_api->dashboard(Sid("s"), [](auto) {});
    QTRY_COMPARE(m_server->count(kBoard), 1);
    m_call = m_api->signOut(Sid("s"), [](auto) {});
    QTRY_COMPARE(m_server->count(kOut), 1);
    for (const char* route : {kCheck, kBoard, kOut}) {
        QVERIFY(!m_server->requests(route).first().headers.contains("authorization"));
    }
}

void TestServerApi::encodesTheSidForAQuery() {
    m_server->answer(kCode, Answer::json(kGoodCode));
    askForCode(Sid("a&b=c+d %/#"));
    QTRY_VERIFY(m_code);
    QCOMPARE(m_server->requests().first().parameter("sid"), "a&b=c+d %/#");
}

void TestServerApi::tellsTheServerWhatItKnowsAndHowLongToHold() {
    m_server->answer(kCheck, Answer::json(StatusAnswer{Sid("s"), SessionState::Scanned, "17"}.toJson()));
    std::optional<StatusAnswer> status;
    m_call = m_api->checkStatus({Sid("s"), SessionState::Scanned, "42"}, 5s,
                                [&](auto answer) { status = *std::move(answer); });
    QTRY_VERIFY(status);
    QCOMPARE(status->state, SessionState::Scanned);
    QCOMPARE(QString::fromStdString(status->number), "17");
    const auto request = m_server->requests().first();
    QCOMPARE(request.parameter("sid"), "s");
    QCOMPARE(request.parameter("wait"), "5");
    QCOMPARE(request.parameter("state"), "scanned");
    QCOMPARE(request.parameter("number"), "42");
}

void TestServerApi::namesNoNumberUnlessAPhoneIsHere() {
    m_call = m_api->checkStatus({Sid("s"), SessionState::Waiting}, 5s, [](auto) {});
    QTRY_COMPARE(m_server->count(kCheck), 1);
    QVERIFY(!m_server->requests().last().query.hasQueryItem("number"));
    m_call = m_api->checkStatus({Sid("s"), SessionState::Scanned}, 5s, [](auto) {});
    QTRY_COMPARE(m_server->count(kCheck), 2);
    QVERIFY(m_server->requests().last().query.hasQueryItem("number")); // known: none
    QCOMPARE(m_server->requests().last().parameter("number"), "");
}

void TestServerApi::asksForTheDashboardAsJson() {
    m_call = m_api->dashboard(Sid("s"), [](auto) {});
    QTRY_COMPARE(m_server->count(kBoard), 1);
    QCOMPARE(m_server->requests().first().headers.value("accept"), "application/json");
    QCOMPARE(m_server->requests().first().parameter("sid"), "s");
}

void TestServerApi::signsOutWithTheSidInTheBody() {
    m_server->answer(kOut, Answer::json("{}"));
    bool confirmed = false;
    m_call =
        m_api->signOut(Sid("s-1"), [&](const Outcome<ApiFailure>& outcome) { confirmed = bool(outcome); });
    QTRY_VERIFY(confirmed);
    const auto request = m_server->requests().first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.body, R"({"sid":"s-1"})");
    QCOMPARE(request.headers.value("content-type"), "application/json");
}

void TestServerApi::hearsWhatTimeTheServerHas() {
    std::vector<std::chrono::sys_seconds> heard;
    m_api->setHeardTime([&heard](std::chrono::sys_seconds time) { heard.push_back(time); });
    Answer dated = Answer::json(kGoodCode);
    dated.headers = {"Date: Mon, 09 Mar 2026 08:30:00 GMT"};
    m_server->answer(kCode, dated);
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(heard.size(), 1U);
    QVERIFY(heard.front() == *fromRfc3339("2026-03-09T08:30:00Z"));

    dated.headers = {"Date: yesterday"};
    m_server->answer(kCode, dated);
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(heard.size(), 1U);
}

void TestServerApi::keepsNoCookies() {
    Answer answer = Answer::json(kGoodCode);
    answer.headers = {"Set-Cookie: sid=sid-1; HttpOnly"};
    m_server->answer(kCode, answer);
    askForCode();
    QTRY_VERIFY(m_code);
    askForCode();
    QTRY_VERIFY(m_code);
    QVERIFY(!m_server->requests().last().headers.contains("cookie"));
}

void TestServerApi::followsNoRedirect() {
    Answer redirect = Answer::json("", 302);
    redirect.headers = {"Location: /elsewhere"};
    m_server->answer(kCode, redirect);
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::ServerError);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestServerApi::passesOnTheServersSentenceWhenRefused() {
    m_server->answer(kCode, Answer::json(Verdict{401, "this screen is not registered"}.toJson(), 401));
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::Refused);
    QCOMPARE(m_code->error().sentence, "this screen is not registered");
}

void TestServerApi::namesTheStatusWhenTheServerFails() {
    m_server->answer(kCode, Answer::json("<html>oops", 500));
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::ServerError);
    QCOMPARE(m_code->error().sentence, "the server answered with HTTP status 500");
}

void TestServerApi::namesTheMemberThatIsNotUnderstood() {
    m_server->answer(kCode, Answer::json(R"({"qr":"x","sid":"s","state":"waiting"})"));
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::NotUnderstood);
    QVERIFY(m_code->error().sentence.find("expires_in") != std::string::npos);
}

void TestServerApi::tellsAnAbsentServerFromAFailingOne() {
    m_server->stop();
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::Unreachable);
    QCOMPARE(m_code->error().sentence, "the server refuses connections");
}

void TestServerApi::tellsASlammedDoorAsUnreachable() {
    m_server->answer(kCode, Answer::slam());
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::Unreachable);
}

void TestServerApi::givesUpOnASilentServerTenSecondsAfterItsHold() {
    m_server->answer(kCheck, Answer::held());
    std::optional<Kind> failure;
    m_call = m_api->checkStatus({Sid("s"), SessionState::Waiting}, 5s,
                                [&](auto answer) { failure = answer.error().kind; });
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_scheduler->advance(14999ms);
    QVERIFY(!failure);
    m_scheduler->advance(1ms);
    QCOMPARE(*failure, Kind::Unreachable);
    QTRY_COMPARE(m_server->held(kCheck), 0); // it has hung up
}

void TestServerApi::givesUpOnAServerThatTrickles() {
    Answer trickle = Answer::json(kGoodCode);
    trickle.missing = 1;
    m_server->answer(kCode, trickle);
    askForCode();
    QTRY_COMPARE(m_server->count(kCode), 1);
    m_scheduler->advance(10s);
    QVERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::Unreachable);
}

void TestServerApi::dropsAnAnswerThatIsTooLong() {
    m_server->answer(kCode, Answer::json(std::string(1024 * 1024 + 1, ' ')));
    askForCode();
    QTRY_VERIFY(m_code);
    QCOMPARE(m_code->error().kind, Kind::NotUnderstood);
    QCOMPARE(m_code->error().sentence, "the answer is longer than 1 MiB");
}

void TestServerApi::neverAnswersACallThatWasCancelled() {
    m_server->answer(kCode, Answer::held());
    askForCode();
    QTRY_COMPARE(m_server->held(kCode), 1);
    m_call.reset();
    QTRY_COMPARE(m_server->held(kCode), 0);
    m_scheduler->advance(1min);
    QVERIFY(!m_code);
}

void TestServerApi::neverRepeatsTheSidInAFailure() {
    const auto sentenceFor = [&](const Answer& answer) {
        m_server->answer(kCode, answer);
        askForCode(Sid("private-handle"));
        [this] { QTRY_VERIFY(m_code); }();
        return m_code->error().sentence;
    };
    for (const Answer& answer :
         {Answer::slam(), Answer::json("{}"), Answer::json("{}", 404), Answer::json("", 503)}) {
        QVERIFY(sentenceFor(answer).find("private-handle") == std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestServerApi)
#include "tst_server_api.moc"
