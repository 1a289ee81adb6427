// A login session on a real server in this process, with a clock that the test moves: what its tests share.
#pragma once

#include "app/client/login_session.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"

#include <QTest>

#include <memory>
#include <string>

namespace latchkey {

namespace login_session_test {

using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

inline constexpr auto kCode = "/api/getqrcode";
inline constexpr auto kCheck = "/api/checkfast";
inline constexpr auto kBoard = "/site/dashboard";
inline constexpr auto kOut = "/api/signout";

inline Answer code(const char* sid, SessionState state = SessionState::Waiting, const char* challenge = "1",
                   std::chrono::seconds expiresIn = 120s) {
    const std::string qr = std::string("http://lobby.test/fast?s=") + sid + "-public&c=" + challenge + "&t=1";
    return Answer::json(QrCodeAnswer{qr, Sid(sid), state, expiresIn, 30s, 5s}.toJson());
}

inline Answer status(const char* sid, SessionState state) {
    return Answer::json(StatusAnswer{Sid(sid), state}.toJson());
}

inline Answer number(const char* sid, const std::string& text) {
    return Answer::json(StatusAnswer{Sid(sid), SessionState::Scanned, text}.toJson());
}

inline Answer typedCode(const std::string& text, const std::string& address) {
    const char* qr = "http://lobby.test/fast?s=sid-1-public&c=1&t=1";
    return Answer::json(
        QrCodeAnswer{qr, Sid("sid-1"), SessionState::Waiting, 120s, 30s, 5s, text, address}.toJson());
}

inline Answer ended() {
    return Answer::json(StatusAnswer{Sid(), SessionState::Ended}.toJson());
}

inline Answer revision(const char* sid, const std::string& text) {
    return Answer::json(StatusAnswer{Sid(sid), SessionState::Authenticated, {}, text}.toJson());
}

inline Answer dashboard(std::chrono::seconds expiresIn = 900s, const std::string& revision = {}) {
    DashboardAnswer answer;
    answer.userId = "u-1";
    answer.userName = "Ada";
    answer.since = std::chrono::sys_seconds(1000s);
    answer.until = answer.since + expiresIn;
    answer.expiresIn = expiresIn;
    answer.revision = revision;
    return Answer::json(answer.toJson());
}

} // namespace login_session_test

// Begins and ends with each test function: call set() and clear() from init() and cleanup().
class LoginSessionTest : public QObject {
  protected:
    void set() {
        m_chance = 0.999;
        m_scheduler = std::make_unique<ManualScheduler>();
        m_server = std::make_unique<LoopbackServer>();
        m_api = std::make_unique<ServerApi>(m_server->address(), KioskToken(), *m_scheduler);
        m_session = std::make_unique<LoginSession>(*m_api, *m_scheduler, [this] { return m_chance; });
        m_server->answer(login_session_test::kCode, login_session_test::code("sid-1"));
        m_server->answer(login_session_test::kCheck, LoopbackServer::Answer::held());
        m_server->answer(login_session_test::kBoard, login_session_test::dashboard());
        m_server->answer(login_session_test::kOut, LoopbackServer::Answer::json("{}"));
    }

    void clear() {
        m_session.reset();
        m_api.reset();
        m_server.reset();
        m_scheduler.reset();
    }

    template <class P>
    bool at() const {
        return std::holds_alternative<P>(m_session->phase());
    }
    template <class P>
    const P& in() const {
        return std::get<P>(m_session->phase());
    }

    void start() { m_session->start(); }

    // A code is on the screen and the first poll is held.
    void showCode() {
        start();
        QTRY_VERIFY(at<phase::ShowingCode>());
        QTRY_COMPARE(m_server->held(login_session_test::kCheck), 1);
    }

    // The number 42 is on the screen and a poll is held.
    void showNumber() {
        showCode();
        m_scheduler->advance(std::chrono::seconds(2));
        m_server->release(login_session_test::kCheck, login_session_test::number("sid-1", "42"));
        QTRY_VERIFY(at<phase::ShowingNumber>());
        QTRY_COMPARE(m_server->held(login_session_test::kCheck), 1);
    }

    // The dashboard is on the screen and a poll is held.
    void signIn() {
        showCode();
        m_server->release(login_session_test::kCheck,
                          login_session_test::status("sid-1", SessionState::Authenticated));
        QTRY_VERIFY(at<phase::SignedIn>());
        QTRY_COMPARE(m_server->held(login_session_test::kCheck), 1);
    }

    // Whoever left is told so, and the next code follows.
    void seeGoodbye(phase::Goodbye::Cause cause) {
        QTRY_VERIFY(at<phase::Goodbye>());
        QCOMPARE(in<phase::Goodbye>().cause, cause);
        QVERIFY(!m_session->loginOpen());
        m_scheduler->advance(LoginSession::kGoodbyeFor - std::chrono::milliseconds(1));
        QVERIFY(at<phase::Goodbye>());
        m_scheduler->advance(std::chrono::milliseconds(1));
    }

    double m_chance = 0.999;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<LoginSession> m_session;
};

} // namespace latchkey
