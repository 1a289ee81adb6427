#include "server/login/login_service.h"

#include "server/login/dashboard_content.h"
#include "server/login/scan_service.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/groups.h"
#include "server/store/history.h"
#include "server/store/invitations.h"
#include "server/store/kiosks.h"
#include "server/store/logins.h"
#include "server/store/scans.h"
#include "server/store/typed_codes.h"
#include "server/store/users.h"

#include <algorithm>

namespace latchkey {

namespace {

bool isNews(const StatusAnswer& answer, const LoginService::Known& known) {
    return answer.state != known.state || answer.number != known.number ||
           (!known.revision.empty() && answer.revision != known.revision);
}

} // namespace

LoginService::LoginService(LoginCore& core) : m_core(core), m_kiosks(core.database, core.now, core.random) {}

LoginService::Look LoginService::look(const Session& session) {
    const Instant since = m_core.now() - ScanService::kTypedCodePatience;
    return m_core.database.read([&](Transaction& transaction) {
        Look now{
            logins::find(transaction, session.id), {}, {}, typed_codes::unansweredSince(transaction, since)};
        if (!now.login) now.scan = scans::find(transaction, session.id);
        if (now.login && now.login->activeAt(m_core.now()))
            now.groups = groups::ofUser(transaction, now.login->userId);
        return now;
    });
}

// That the database has something of it, or of a typed code that it shows.
bool LoginService::isKnown(const Session& session) const {
    const auto asked = m_core.sessions.askedSince(m_core.now() - ScanService::kTypedCodePatience);
    const bool typed =
        std::ranges::any_of(asked, [&](const TypedCode& code) { return shows(session, code); });
    return typed || m_core.sessions.has(session.id);
}

// What another process has changed a moment ago may be missing: for who asks again anyway.
LoginService::Look LoginService::glance(const Session& session) {
    return isKnown(session) ? look(session) : Look();
}

SessionState LoginService::stateOf(const Session& session, const Look& look) const {
    const Instant now = m_core.now();
    if (look.login && !look.login->burnt.empty()) return SessionState::Declined;
    if (look.login) return look.login->activeAt(now) ? SessionState::Authenticated : SessionState::Ended;
    if (look.scan && look.scan->activeAt(now)) return SessionState::Scanned;
    return now - session.startedAt <= m_core.policy()->sessionLifetime ? SessionState::Waiting
                                                                       : SessionState::Ended;
}

StatusAnswer LoginService::answerFor(const Sid& sid, const Session& session, const Look& look) const {
    const SessionState state = stateOf(session, look);
    if (state == SessionState::Ended) return {};
    StatusAnswer answer{sid, state};
    if (state == SessionState::Scanned) answer.number = look.scan->number;
    if (state == SessionState::Authenticated)
        answer.revision = contentFor(*m_core.policy(), look.groups).revision();
    return answer;
}

Result<QrCodeAnswer, std::string> LoginService::getQrCode(const Sid& sid,
                                                          const std::optional<KioskToken>& token) {
    const auto rules = m_core.policy();
    KioskId kioskId;
    if (token) {
        const auto kiosk = m_kiosks.authenticate(*token);
        if (!kiosk) {
            return Failure{std::string("this kiosk's token is not known here; register the kiosk with "
                                       "\"latchkey-server kiosk add\" and give it the token that prints")};
        }
        kioskId = kiosk->id;
    } else if (rules->onlyRegisteredKiosks) {
        return Failure{std::string("only registered kiosks are served here; register this one with "
                                   "\"latchkey-server kiosk add\" and give it the token that prints")};
    }

    QrCodeAnswer answer{.qr = {}, .sid = sid, .state = SessionState::Ended};
    const auto codecs = m_core.codecs();
    auto session = codecs->sids.open(sid);
    if (session && session->kioskId == kioskId) answer.state = stateOf(*session, glance(*session));
    if (answer.state == SessionState::Ended || answer.state == SessionState::Declined) {
        answer.sid = codecs->sids.mint(kioskId, m_core.now());
        answer.state = SessionState::Waiting;
        session = codecs->sids.open(answer.sid);
    }
    answer.qr = m_core.mintChallenge(*session).text();
    answer.typedCode = codecs->typedCodes.codeFor(session->id, m_core.now());
    answer.typedCodeAddress = m_core.publicUrl.substr(m_core.publicUrl.find("//") + 2) + "/c";
    answer.expiresIn = rules->challengeWindow;
    answer.refreshIn = std::min(rules->refreshInterval, rules->challengeWindow);
    answer.pollIn = rules->pollInterval;
    return answer;
}

bool LoginService::shows(const Session& session, const TypedCode& asked) const {
    return m_core.codecs()->typedCodes.isOf(asked.code, session.id, m_core.now(),
                                            m_core.policy()->challengeWindow);
}

// The way from a typed code to its session: the session's own screen says that it shows it.
void LoginService::answerTypedCodes(const Session& session, const Look& look) {
    for (const TypedCode& asked : look.asked) {
        if (!shows(session, asked)) continue;
        const std::string qr = m_core.mintChallenge(session).text();
        const bool first = m_core.database.write(
            [&](Transaction& transaction) { return typed_codes::answer(transaction, asked.code, qr); });
        if (first) m_core.changes.raise(asked.code);
    }
}

StatusAnswer LoginService::status(const Sid& sid) {
    const auto session = m_core.codecs()->sids.open(sid);
    if (!session) return {};
    const Look now = glance(*session);
    if (!now.asked.empty()) answerTypedCodes(*session, now);
    return answerFor(sid, *session, now);
}

Result<StatusAnswer, PendingChange> LoginService::news(const Sid& sid, const Known& known,
                                                       std::chrono::steady_clock::time_point deadline) {
    const auto session = m_core.codecs()->sids.open(sid);
    if (!session) return StatusAnswer();
    PendingChange pending{std::make_shared<ChangeSignal::Watch>(m_core.changes, session->id.text()),
                          deadline};
    // Who knows of more than waiting has it from a node that had read it, which this one may not have yet.
    const Look now = known.state == SessionState::Waiting ? glance(*session) : look(*session);
    if (!now.asked.empty()) answerTypedCodes(*session, now);
    StatusAnswer answer = answerFor(sid, *session, now);
    const auto clock = std::chrono::steady_clock::now();
    if (isNews(answer, known) || m_core.changes.closed() || clock >= deadline) return answer;
    const auto endsAt = [&](Instant instant) { // by itself: nobody raises a signal for that
        pending.until = std::min(pending.until, clock + (instant - m_core.now()));
    };
    if (answer.state == SessionState::Authenticated) endsAt(now.login->expiresAt);
    if (answer.state == SessionState::Scanned) endsAt(now.scan->expiresAt);
    return Failure{std::move(pending)};
}

Result<bool, PendingChange> LoginService::stillWaits(const Session& session,
                                                     std::chrono::steady_clock::time_point deadline) {
    const bool held = std::chrono::steady_clock::now() < deadline && !m_core.changes.closed();
    std::shared_ptr<ChangeSignal::Watch> watch; // made before the look
    if (held) watch = std::make_shared<ChangeSignal::Watch>(m_core.changes, session.id.text());
    if (isKnown(session) || stateOf(session, {}) != SessionState::Waiting) return false;
    if (held) return Failure{PendingChange{std::move(watch), deadline}};
    return true;
}

std::optional<DashboardAnswer> LoginService::dashboard(const Sid& sid) {
    const auto session = m_core.codecs()->sids.open(sid);
    if (!session) return std::nullopt;
    return m_core.database.read([&](Transaction& transaction) -> std::optional<DashboardAnswer> {
        const auto login = logins::find(transaction, session->id);
        const Instant now = m_core.now();
        if (!login || !login->activeAt(now)) return std::nullopt;
        const auto user = users::find(transaction, login->userId);
        const auto device = devices::find(transaction, login->deviceId);
        if (!user || !device) return std::nullopt;
        DashboardAnswer answer;
        answer.userId = user->id.text();
        answer.userName = user->name;
        answer.deviceLabel = device->label;
        answer.since = login->approvedAt;
        answer.until = login->expiresAt;
        answer.expiresIn = login->expiresAt - now;
        if (const auto kiosk = kiosks::find(transaction, login->kioskId))
            answer.kiosk = KioskLabel{kiosk->name, kiosk->place};
        DashboardContent content = contentFor(*m_core.policy(), groups::ofUser(transaction, user->id));
        answer.revision = content.revision();
        answer.tiles = std::move(content.tiles);
        answer.notices = std::move(content.notices);
        answer.loginId = login->sessionId.text();
        answer.lastSignIn = history::signInBefore(transaction, *login);
        answer.activity = history::of(transaction, user->id, kActivityShown);
        return answer;
    });
}

void LoginService::signOut(const Sid& sid, const std::string& clientAddress) {
    const auto session = m_core.codecs()->sids.open(sid);
    if (!session) return;
    const Look before = look(*session);
    const SessionState state = stateOf(*session, before);
    if (state != SessionState::Authenticated && state != SessionState::Scanned) return;
    const bool ended = m_core.database.write([&](Transaction& transaction) {
        if (state == SessionState::Scanned)
            return m_core.burn(transaction, session->id, session->kioskId, "sent_away", clientAddress);
        if (logins::end(transaction, session->id, m_core.now()) == 0) return false;
        audit_log::append(transaction, {.at = m_core.now(),
                                        .event = "login.signed_out",
                                        .userId = before.login->userId,
                                        .deviceId = before.login->deviceId,
                                        .kioskId = before.login->kioskId,
                                        .sessionId = session->id,
                                        .address = clientAddress});
        return true;
    });
    if (!ended) return;
    const bool sentAway = state == SessionState::Scanned;
    m_core.changed(session->id);
    m_core.tally.count(sentAway ? LoginTally::Event::SentAway : LoginTally::Event::SignedOut);
    m_core.log.info(sentAway ? "login.sent_away" : "login.signed_out", {{"session", session->id.text()}});
}

std::string LoginService::databaseTrouble() {
    constexpr auto silent = "the database does not answer; the server's log says why";
    try {
        m_core.database.read([](Transaction& transaction) { logins::find(transaction, SessionId()); });
    } catch (const DatabaseUnavailable&) { // which is logged when it is lost
        return silent;
    } catch (const DatabaseError& error) {
        m_core.log.error("database.failed", {{"reason", error.what()}});
        return silent;
    }
    if (!m_core.database.takesWrites()) return "the database takes no writes; the server's log says why";
    return {};
}

void LoginService::forgetOlderThan(std::chrono::seconds age) {
    const Instant now = m_core.now();
    m_core.database.maintain([&](Transaction& transaction) { // there may be much of it
        logins::removeExpiredBefore(transaction, now - age);
        audit_log::removeBefore(transaction, now - age);
        scans::removeExpiredBefore(transaction, now - ScanService::kRegistrationTime, now);
        invitations::removeExpiredBefore(transaction, now - age);
        typed_codes::removeAskedBefore(transaction, now - ScanService::kMissesCountFor);
    });
    m_core.readSessions(); // the index forgets, too
}

} // namespace latchkey
