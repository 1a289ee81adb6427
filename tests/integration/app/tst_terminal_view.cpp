// The text terminal on a real session on a real server: what it prints, and what Enter does.

#include "app/terminal/terminal_view.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"

#include <QTest>

#include <array>
#include <sstream>
#include <unistd.h>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

namespace {

constexpr auto kCode = "/api/getqrcode";
constexpr auto kCheck = "/api/checkfast";
constexpr auto kClear = "\x1b[H\x1b[2J";

Answer code(const char* sid, const std::string& typed = "BCDF-GHJK") {
    QrCodeAnswer answer{
        "https://lobby.test/fast?s=a&c=b&t=1", Sid(sid), SessionState::Waiting, 120s, 30s, 5s};
    answer.typedCode = typed;
    answer.typedCodeAddress = "lobby.test/c";
    return Answer::json(answer.toJson());
}

Answer status(SessionState state, const std::string& number = {}) {
    return Answer::json(StatusAnswer{Sid("sid-1"), state, number}.toJson());
}

} // namespace

class TestTerminalView : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void printsTheCodeAndWhatToType();
    void printsNothingToTypeWhereThereIsNone();
    void lettersFromTheServerDoNotSteerTheTerminal();
    void printsTheNumberAndClearsTheCode();
    void enterStartsOverWhileANumberIsShown();
    void enterSignsOutWhileSomebodyIsSignedIn();
    void saysThatNobodyWasSignedIn();

  private:
    void start();
    bool says(const char* words) const { return m_out.str().find(words) != std::string::npos; }
    void pressEnter() { QCOMPARE(write(m_keyboard[1], "\n", 1), 1); }

    std::array<int, 2> m_keyboard{};
    std::ostringstream m_out;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<LoginSession> m_session;
    std::unique_ptr<TerminalView> m_view;
};

void TestTerminalView::init() {
    QCOMPARE(pipe(m_keyboard.data()), 0);
    m_out.str({});
    m_scheduler = std::make_unique<ManualScheduler>();
    m_server = std::make_unique<LoopbackServer>();
    m_server->answer(kCode, code("sid-1"));
    m_server->answer(kCheck, Answer::held());
    m_server->answer("/api/signout", Answer::json("{}"));
    DashboardAnswer dashboard;
    dashboard.userId = "u-1";
    dashboard.userName = "Ada Lovelace";
    dashboard.expiresIn = 900s;
    m_server->answer("/site/dashboard", Answer::json(dashboard.toJson()));
    m_api = std::make_unique<ServerApi>(m_server->address(), KioskToken(), *m_scheduler);
    m_session = std::make_unique<LoginSession>(*m_api, *m_scheduler, [] { return 0.5; });
    m_view = std::make_unique<TerminalView>(*m_session, m_out, true);
    m_view->takeLinesFrom(m_keyboard[0]);
}

void TestTerminalView::cleanup() {
    m_view.reset();
    m_session.reset();
    m_api.reset();
    m_server.reset();
    m_scheduler.reset();
    for (const int descriptor : m_keyboard) close(descriptor);
}

// A code is printed and a poll is held.
void TestTerminalView::start() {
    m_session->start();
    QTRY_COMPARE(m_server->held(kCheck), 1);
    m_scheduler->advance(2s);
}

void TestTerminalView::printsTheCodeAndWhatToType() {
    start();
    QVERIFY(says("Scan to sign in: https://lobby.test/fast?s=a&c=b&t=1\n"));
    QVERIFY(says("No camera? Open lobby.test/c and type BCDF-GHJK\n"));
}

void TestTerminalView::printsNothingToTypeWhereThereIsNone() {
    m_server->answer(kCode, code("sid-1", ""));
    start();
    QVERIFY(says("Scan to sign in"));
    QVERIFY(!says("No camera?"));
}

void TestTerminalView::lettersFromTheServerDoNotSteerTheTerminal() {
    m_server->answer(kCode, code("sid-1", "\x1b]0;BCDF\a"));
    start();
    QVERIFY(says("type  ]0;BCDF \n"));
}

void TestTerminalView::printsTheNumberAndClearsTheCode() {
    start();
    m_out.str({});
    m_server->release(kCheck, status(SessionState::Scanned, "42"));
    QTRY_VERIFY(says("Tap this number on it: 42\n"));
    QVERIFY(m_out.str().starts_with(kClear));
    QVERIFY(says("Not your phone? Press Enter to start over."));
}

void TestTerminalView::enterStartsOverWhileANumberIsShown() {
    start();
    m_server->release(kCheck, status(SessionState::Scanned, "42"));
    QTRY_COMPARE(m_server->count(kCheck), 2);
    m_server->answer(kCode, code("sid-2"));
    pressEnter();
    QTRY_COMPARE(m_server->requests(kCheck).last().parameter("sid"), "sid-2");
    QCOMPARE(m_server->requests(kCode).last().parameter("sid"), "null");
}

void TestTerminalView::enterSignsOutWhileSomebodyIsSignedIn() {
    start();
    m_server->release(kCheck, status(SessionState::Authenticated));
    QTRY_VERIFY(says("Hello, Ada Lovelace"));
    pressEnter();
    QTRY_COMPARE(m_server->count("/api/signout"), 1);
}

void TestTerminalView::saysThatNobodyWasSignedIn() {
    start();
    m_server->release(kCheck, status(SessionState::Declined));
    QTRY_VERIFY(says("Declined on the phone. Nobody was signed in."));
}

QTEST_GUILESS_MAIN(TestTerminalView)
#include "tst_terminal_view.moc"
