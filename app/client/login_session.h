// The display client's side of FAST, as a state machine: asks for codes, watches for the approval, opens the
// dashboard, signs out, and comes back by itself when the server was away. It knows the protocol and the
// time, and nothing about a screen: whoever shows it listens to phaseChanged().
//
//   Connecting ──code──▶ ShowingCode ◀──▶ PhoneHere* ──approved──▶ Approved ──dashboard─▶ SignedIn
//       ▲                     │                │ declined                                    │
//       │                     │                ▼                                             │
//       ├──────────────── ended ◀────────── Declined (5 s)          SigningOut ◀── signOut() ┤
//       └──────────────────────── Goodbye (3 s) ◀─────────────────────┘ ◀──── ended, expired ┘
//   any ──no answer──▶ Away ──answer──▶ where the server says the session is;   401 for a code ──▶ Refused
//   any ──another key than the trusted server's──▶ WrongServer, with nothing told to it
//   * or ShowingNumber, where the server has one to match: startOver() leads back to Connecting
//
// Its rules:
//  - One request is in flight at most. Whatever makes its answer worthless cancels it, so a late answer of a
//    session that is gone never arrives; one that names another sid is not believed.
//  - A code is renewed every refresh_in, with the same sid. It never stays on the screen beyond its
//    expires_in, counted from when it was asked for.
//  - While there is a number to match, no code is shown or asked for. The server ends that when the challenge
//    that the phone opened is over, and a person in front of the screen at once, with startOver().
//  - The state is polled every poll_in, start to start. The server is asked to hold each poll until the state
//    or the number changes, so that it shows at once; a server that does not hold is still polled only so
//    often.
//  - A poll that names another revision than the dashboard on the screen has it fetched again.
//  - When a request fails, what is on the screen stays for at most one poll_in more; unless the server
//    is back by then, it is taken off. Nothing is shown that cannot work or that may have been revoked.
//  - Attempts to come back wait a random part of 1 s, 2 s, 4 s … 30 s, so that a lobby full of screens
//    does not fall upon a server that has just started. The sid is kept: a server with the same key
//    continues with it.
//  - After signOut() the sid is kept until the server has confirmed, or the login is over by itself.
//
// Lives in one thread, the one of its scheduler and API.
#pragma once

#include "app/client/login_phase.h"
#include "app/client/scheduler.h"
#include "app/client/server_api.h"

#include <QObject>

#include <functional>
#include <optional>

namespace latchkey {

class LoginSession : public QObject {
    Q_OBJECT

  public:
    // A random number from 0 up to and not including 1.
    using Jitter = std::function<double()>;

    static constexpr std::chrono::seconds kFirstBackOff{1};    // the longest wait before the first retry …
    static constexpr std::chrono::seconds kLongestBackOff{30}; // … doubling up to this one
    static constexpr std::chrono::milliseconds kShortestBackOff{250};
    static constexpr std::chrono::seconds kMinimumSpacing{1}; // of fresh sessions, and of polls
    static constexpr std::chrono::seconds kDeclinedFor{5};
    static constexpr std::chrono::seconds kGoodbyeFor{3};
    static constexpr std::chrono::hours kLongestLogin{24}; // assumed of one whose dashboard was never seen
    static constexpr std::chrono::seconds kStopsWithin{2}; // so long has the server to hear of a sign-out

    // Both have to outlive this.
    LoginSession(ServerApi& api, Scheduler& scheduler, Jitter jitter);

    void start();

    const LoginPhase& phase() const { return m_phase; }

    // Somebody's login is active, as far as this screen knows.
    bool loginOpen() const { return m_state == SessionState::Authenticated; }

    // "Not my phone": has the server send that phone away, and asks for a fresh session, so that whoever
    // opened the code and walked away is in nobody's way. Nothing to do while no number is shown.
    void startOver();

    // Takes the dashboard off at once and tells the server until it has heard. Nothing to do without a login.
    void signOut();

    // Ends for good: signs an open login out, and says stopped() when the server has heard or after
    // kStopsWithin.
    void stop();

  signals:
    void phaseChanged();
    void stopped();

  private:
    enum class Next { Code, Poll, Dashboard, SignOut };

    using Instant = Scheduler::Instant;

    void ask(Next next);
    void askAt(Instant when, Next next);
    void askForCode();
    void poll();
    void scheduleNext();
    template <class T>
    ServerApi::Answered<T> answered(Next asked, void (LoginSession::*handler)(const T&));

    void onCode(const QrCodeAnswer& answer);
    void onStatus(const StatusAnswer& answer);
    void onDashboard(const DashboardAnswer& answer);
    void onSignedOut();
    void onFailure(const ApiFailure& failure, Next failed);

    void takeCode(const QrCodeAnswer& answer, QrMatrix matrix);
    bool outdated(const StatusAnswer& answer) const;
    void follow(SessionState state);
    bool codeWanted() const;
    void showCode();
    void showNumber();
    void openDashboard();
    void beginAfresh();
    void sayGoodbye(phase::Goodbye::Cause cause);
    void forgetSession();
    void goAway();
    void takeOff();
    void dropCode();
    void dropLogin();
    void recovered();
    Scheduler::Duration backOff();
    void enter(LoginPhase phase);

    ServerApi& m_api;
    Scheduler& m_scheduler;
    Jitter m_jitter;
    LoginPhase m_phase;

    // The session, as last heard from the server.
    Sid m_sid;
    SessionState m_state = SessionState::Ended;
    std::string m_number;              // to match; empty where there is none
    std::optional<phase::Code> m_code; // only while it works
    std::optional<phase::SignedIn> m_login;
    bool m_loginShown = false; // the dashboard was on the screen before
    Scheduler::Duration m_pollIn{};
    bool m_stopping = false;

    // What is under way, and when what comes next.
    ServerApi::Pending m_call;
    Instant m_askedAt{};
    Instant m_freshAt{};   // no fresh session before
    Instant m_refreshAt{}; // of the code
    Instant m_pollAt{};
    Scheduler::Call m_next;
    Scheduler::Call m_codeEnds;
    Scheduler::Call m_loginEnds;
    Scheduler::Call m_stopEnds;

    // Failing: since the first failure that no answered poll has followed.
    int m_failures = 0;
    std::optional<Instant> m_failingSince;
    phase::Away m_away;
    Scheduler::Call m_graceEnds;
};

} // namespace latchkey
