#include "app/client/login_session.h"

#include <algorithm>
#include <utility>

namespace latchkey {

using namespace std::chrono_literals;

namespace {

using Farewell = phase::Goodbye::Cause;

constexpr Scheduler::Duration kLongestPoll = 30s; // what the wire lets a client ask to be held for

template <class P>
bool is(const LoginPhase& phase) {
    return std::holds_alternative<P>(phase);
}

template <class P>
bool shows(const LoginPhase& phase, const phase::Code& code) {
    const auto* shown = std::get_if<P>(&phase);
    return shown && shown->code == code;
}

// Two digits or nothing: what is no number to match could not be found on the phone either.
std::string numberIn(const StatusAnswer& answer) {
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    const std::string& number = answer.number;
    const bool matchable = answer.state == SessionState::Scanned && number.size() == 2;
    return matchable && std::ranges::all_of(number, isDigit) ? number : std::string();
}

ApiFailure nonsense(std::string sentence) {
    return {ApiFailure::Kind::NotUnderstood, std::move(sentence)};
}

} // namespace

LoginSession::LoginSession(ServerApi& api, Scheduler& scheduler, Jitter jitter)
    : m_api(api), m_scheduler(scheduler), m_jitter(std::move(jitter)) {}

void LoginSession::start() {
    beginAfresh();
}

// The server is told, so that the phone cannot approve a session that no screen has any more. What it answers
// changes nothing: a server that is away is found out by asking for the code.
void LoginSession::startOver() {
    if (!is<phase::ShowingNumber>(m_phase)) return;
    m_next.cancel();
    m_call = m_api.signOut(m_sid, [this](const Outcome<ApiFailure>&) { beginAfresh(); });
    m_number.clear();
    enter(phase::Connecting{});
}

void LoginSession::signOut() {
    if (!loginOpen() || is<phase::SigningOut>(m_phase)) return;
    if (!m_loginEnds.pending())
        m_loginEnds = m_scheduler.after(kLongestLogin, [this] { sayGoodbye(Farewell::SignedOut); });
    m_login.reset();
    dropCode();
    recovered();
    ask(Next::SignOut);
    enter(phase::SigningOut{});
}

void LoginSession::stop() {
    if (m_stopping) return;
    m_stopping = true;
    if (!loginOpen()) {
        m_call.reset();
        m_next.cancel();
        emit stopped();
        return;
    }
    m_stopEnds = m_scheduler.after(kStopsWithin, [this] {
        m_call.reset();
        emit stopped();
    });
    if (!is<phase::SigningOut>(m_phase)) {
        signOut();
    } else if (!m_call) {
        ask(Next::SignOut);
    }
}

// ---- asking ----

void LoginSession::askAt(Instant when, Next next) {
    m_next = m_scheduler.after(when - m_scheduler.now(), [this, next] { ask(next); });
}

void LoginSession::ask(Next next) {
    m_next.cancel();
    m_call.reset();
    m_askedAt = m_scheduler.now();
    switch (next) {
    case Next::Code:
        return askForCode();
    case Next::Poll:
        return poll();
    case Next::Dashboard:
        m_call = m_api.dashboard(m_sid, answered(next, &LoginSession::onDashboard));
        return;
    case Next::SignOut:
        break;
    }
    m_call = m_api.signOut(m_sid, [this](const Outcome<ApiFailure>& outcome) {
        m_call.reset();
        outcome ? onSignedOut() : onFailure(outcome.error(), Next::SignOut);
    });
}

void LoginSession::askForCode() {
    if (m_sid.empty()) m_freshAt = m_askedAt + kMinimumSpacing;
    m_call = m_api.getQrCode(m_sid, answered(Next::Code, &LoginSession::onCode));
}

void LoginSession::poll() {
    auto hold = m_pollIn;
    if (codeWanted()) hold = std::clamp<Scheduler::Duration>(m_refreshAt - m_askedAt, 0s, hold);
    if (m_failingSince) hold = 0s; // whether the server is back should be known soon
    const std::string revision = m_login ? m_login->dashboard->revision : std::string();
    m_call =
        m_api.checkStatus({m_sid, m_state, m_number, revision}, std::chrono::ceil<std::chrono::seconds>(hold),
                          answered(Next::Poll, &LoginSession::onStatus));
}

// Whether a code is on the screen, or ought to be.
bool LoginSession::codeWanted() const {
    return !loginOpen() && m_number.empty();
}

// A refresh that is due before the next poll goes first.
void LoginSession::scheduleNext() {
    const Instant pollAt = std::max(m_pollAt, m_scheduler.now());
    if (codeWanted() && m_refreshAt <= pollAt) {
        askAt(m_refreshAt, Next::Code);
    } else {
        askAt(pollAt, Next::Poll);
    }
}

template <class T>
ServerApi::Answered<T> LoginSession::answered(Next asked, void (LoginSession::*handler)(const T&)) {
    return [this, asked, handler](const Result<T, ApiFailure>& answer) {
        m_call.reset();
        answer ? (this->*handler)(*answer) : onFailure(answer.error(), asked);
    };
}

// ---- answers ----

void LoginSession::onCode(const QrCodeAnswer& answer) {
    const bool codeNeeded = answer.state == SessionState::Waiting || answer.state == SessionState::Scanned;
    auto matrix = QrMatrix::encode(answer.qr);
    if (answer.sid.empty() || answer.sid == Sid("null")) {
        return onFailure(nonsense("the server's code comes without a session"), Next::Code);
    }
    if (codeNeeded && (answer.qr.empty() || answer.expiresIn <= 0s || !matrix)) {
        return onFailure(nonsense("the server's code cannot be shown"), Next::Code);
    }
    if (answer.sid != m_sid) {
        dropLogin();
        m_sid = answer.sid;
        m_state = SessionState::Waiting;
        m_number.clear();
        m_pollAt = m_scheduler.now();
    }
    if (answer.state != SessionState::Scanned) {
        m_number.clear();
    } else if (m_state != SessionState::Scanned) {
        m_pollAt = m_scheduler.now(); // only a poll tells the number
    }
    m_pollIn = std::clamp<Scheduler::Duration>(answer.pollIn, kMinimumSpacing, kLongestPoll);
    if (codeNeeded) takeCode(answer, *std::move(matrix));
    follow(answer.state);
}

void LoginSession::takeCode(const QrCodeAnswer& answer, QrMatrix matrix) {
    const auto refreshIn = std::max<std::chrono::seconds>(answer.refreshIn, kMinimumSpacing);
    const Instant expiresAt = m_askedAt + answer.expiresIn;
    m_refreshAt = std::min(m_askedAt + refreshIn, expiresAt);
    m_code = phase::Code{std::move(matrix), answer.qr, m_scheduler.now(), m_refreshAt};
    if (!answer.typedCode.empty() && !answer.typedCodeAddress.empty())
        m_code->typed = phase::TypedCode{answer.typedCode, answer.typedCodeAddress};
    m_codeEnds = m_scheduler.after(expiresAt - m_scheduler.now(), [this] {
        dropCode();
        if (is<phase::ShowingCode>(m_phase) || is<phase::PhoneHere>(m_phase)) enter(phase::Connecting{});
    });
}

void LoginSession::onStatus(const StatusAnswer& answer) {
    const bool gone = answer.state == SessionState::Ended && answer.sid.empty();
    if (!gone && answer.sid != m_sid) {
        return onFailure(nonsense("the server answers for another session"), Next::Poll);
    }
    recovered();
    // A change is worth asking about again at once, within reason.
    const std::string number = numberIn(answer);
    const bool changed = answer.state != m_state || number != m_number || outdated(answer);
    m_pollAt = m_askedAt + (changed ? kMinimumSpacing : m_pollIn);
    m_number = number;
    if (outdated(answer)) return ask(Next::Dashboard); // what is shown stays until then
    follow(answer.state);
}

// Whether the operator has something else to say than the dashboard on the screen does.
bool LoginSession::outdated(const StatusAnswer& answer) const {
    return m_login && answer.state == SessionState::Authenticated && !answer.revision.empty() &&
           answer.revision != m_login->dashboard->revision;
}

void LoginSession::follow(SessionState state) {
    if (loginOpen() && state != SessionState::Authenticated) return sayGoodbye(Farewell::Elsewhere);
    m_state = state;
    switch (state) {
    case SessionState::Waiting:
    case SessionState::Scanned:
        scheduleNext();
        return codeWanted() ? showCode() : showNumber();
    case SessionState::Authenticated:
        return openDashboard();
    case SessionState::Declined:
        dropCode();
        m_next = m_scheduler.after(kDeclinedFor, [this] { beginAfresh(); });
        return enter(phase::Declined{});
    case SessionState::Ended:
        break;
    }
    beginAfresh();
}

void LoginSession::openDashboard() {
    if (m_login) return scheduleNext(); // it is open
    dropCode();
    ask(Next::Dashboard);
    enter(phase::Approved{});
}

void LoginSession::onDashboard(const DashboardAnswer& answer) {
    recovered();
    const Instant endsAt = m_askedAt + answer.expiresIn;
    m_login = phase::SignedIn{std::make_shared<const DashboardAnswer>(answer), endsAt,
                              !std::exchange(m_loginShown, true)};
    m_loginEnds = m_scheduler.after(endsAt - m_scheduler.now(), [this] {
        sayGoodbye(is<phase::SigningOut>(m_phase) ? Farewell::SignedOut : Farewell::Over);
    });
    m_pollAt = m_scheduler.now() + (m_login->fresh ? Scheduler::Duration::zero() : kMinimumSpacing);
    scheduleNext();
    enter(*m_login);
}

void LoginSession::onSignedOut() {
    recovered();
    if (m_stopping) {
        m_stopEnds.cancel();
        emit stopped();
        return;
    }
    sayGoodbye(Farewell::SignedOut);
}

// ---- failures ----

void LoginSession::onFailure(const ApiFailure& failure, Next failed) {
    const bool refused = failure.kind == ApiFailure::Kind::Refused;
    if (failed == Next::SignOut && (refused || m_stopping))
        return onSignedOut(); // no such login, or no time left
    if (failed == Next::Dashboard && refused)
        return m_login ? sayGoodbye(Farewell::Elsewhere) : beginAfresh();

    ++m_failures;
    if (!m_failingSince) m_failingSince = m_scheduler.now();
    const Instant nextTry = m_scheduler.now() + backOff();
    if (failed == Next::SignOut) {
        askAt(nextTry, Next::SignOut);
        return enter(phase::SigningOut{true});
    }
    askAt(nextTry, Next::Code);
    if (failure.kind == ApiFailure::Kind::WrongServer) {
        takeOff();
        return enter(phase::WrongServer{failure.sentence, nextTry});
    }
    if (failed == Next::Code && refused) {
        takeOff();
        return enter(phase::Refused{failure.sentence, nextTry});
    }
    const auto cause = failure.kind == ApiFailure::Kind::Unreachable ? phase::Away::Cause::Unreachable
                                                                     : phase::Away::Cause::Faulty;
    m_away = {cause, failure.sentence, *m_failingSince, nextTry, loginOpen()};
    const Instant graceEndsAt = *m_failingSince + m_pollIn;
    const bool somethingShown = m_code || m_login || !m_number.empty();
    if (!somethingShown || m_scheduler.now() >= graceEndsAt) return goAway();
    m_graceEnds = m_scheduler.after(graceEndsAt - m_scheduler.now(), [this] { goAway(); });
}

void LoginSession::goAway() {
    takeOff();
    enter(m_away);
}

void LoginSession::takeOff() {
    m_graceEnds.cancel();
    dropCode();
    m_login.reset();
    m_number.clear();
}

void LoginSession::recovered() {
    m_failures = 0;
    m_failingSince.reset();
    m_graceEnds.cancel();
}

Scheduler::Duration LoginSession::backOff() {
    const int doublings = std::min(m_failures - 1, 5); // 32 s is past the cap
    const Scheduler::Duration bound =
        std::min<Scheduler::Duration>(kFirstBackOff * (1 << doublings), kLongestBackOff);
    const Scheduler::Duration chosen(
        static_cast<Scheduler::Duration::rep>(static_cast<double>(bound.count()) * m_jitter()));
    return std::max<Scheduler::Duration>(chosen, kShortestBackOff);
}

// ---- the session ----

// And whoever was signed in.
void LoginSession::forgetSession() {
    m_next.cancel();
    m_call.reset();
    m_sid = Sid();
    m_state = SessionState::Waiting;
    m_number.clear();
    dropCode();
    dropLogin();
}

void LoginSession::beginAfresh() {
    forgetSession();
    if (m_stopping) return;
    m_away.nextTry = m_failingSince ? m_scheduler.now() + backOff() : m_freshAt;
    m_away.loginOpen = false;
    askAt(m_away.nextTry, Next::Code);
    if (is<phase::Away>(m_phase)) return enter(m_away);
    if (!is<phase::Refused>(m_phase) && !is<phase::WrongServer>(m_phase)) enter(phase::Connecting{});
}

// Unless nobody could see it: a screen that says that its server is away goes on saying so.
void LoginSession::sayGoodbye(Farewell cause) {
    if (m_stopping || is<phase::Away>(m_phase)) return beginAfresh();
    forgetSession();
    recovered();
    m_next = m_scheduler.after(kGoodbyeFor, [this] { beginAfresh(); });
    enter(phase::Goodbye{cause});
}

void LoginSession::showCode() {
    if (!m_code) return enter(phase::Connecting{});
    if (m_state == SessionState::Scanned) {
        if (!shows<phase::PhoneHere>(m_phase, *m_code)) enter(phase::PhoneHere{*m_code});
    } else {
        if (!shows<phase::ShowingCode>(m_phase, *m_code)) enter(phase::ShowingCode{*m_code});
    }
}

// The code has done its work: a fresh one follows when the phone is gone.
void LoginSession::showNumber() {
    dropCode();
    const auto* shown = std::get_if<phase::ShowingNumber>(&m_phase);
    if (!shown || shown->number != m_number) enter(phase::ShowingNumber{m_number});
}

void LoginSession::dropCode() {
    m_code.reset();
    m_codeEnds.cancel();
    m_refreshAt = m_scheduler.now();
}

void LoginSession::dropLogin() {
    m_login.reset();
    m_loginShown = false;
    m_loginEnds.cancel();
}

void LoginSession::enter(LoginPhase phase) {
    m_phase = std::move(phase);
    emit phaseChanged();
}

} // namespace latchkey
