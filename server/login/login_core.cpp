#include "server/login/login_core.h"

#include "common/lnurl.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/kiosks.h"
#include "server/store/logins.h"
#include "server/store/scans.h"
#include "server/store/typed_codes.h"

#include <algorithm>
#include <array>

namespace latchkey {

LoginCore::LoginCore(const KeyRing& keys, const WebAddress& address, Database& data, EventLog& eventLog,
                     LoginPolicy rules, Now clock, RandomFill chance)
    : publicUrl(address.text()),
      relyingParty{address.host(), address.origin()},
      database(data),
      log(eventLog),
      now(clock),
      random(std::move(chance)),
      m_walletsFollow(isLnurlServer(address)),
      m_limiter(std::move(clock)) {
    setKeys(keys);
    setPolicy(std::move(rules));
}

void LoginCore::setKeys(const KeyRing& keys) {
    auto codecs = std::make_shared<const Codecs>(
        Codecs{keys, SidCodec(keys, random), ChallengeCodec(keys, publicUrl), TypedCodeCodec(keys)});
    const std::lock_guard lock(m_replaceable);
    m_codecs = std::move(codecs);
}

std::shared_ptr<const Codecs> LoginCore::codecs() const {
    const std::lock_guard lock(m_replaceable);
    return m_codecs;
}

void LoginCore::setPolicy(LoginPolicy policy) {
    {
        const std::lock_guard lock(m_replaceable);
        m_policy = std::make_shared<const LoginPolicy>(std::move(policy));
    }
    try {
        lookAnew();                        // a longer life of sessions brings older ones back
    } catch (const DatabaseUnavailable&) { // everything is looked at anew when it is back
    }
}

void LoginCore::changed(const SessionId& session) {
    sessions.add(session);
    changes.raise(session.text());
}

// Screens whose polls are not held come by themselves.
void LoginCore::changed(const TypedCode& asked) {
    sessions.add(asked);
    const Instant instant = now();
    const auto window = policy()->challengeWindow;
    const auto current = codecs();
    for (const std::string& name : changes.watched())
        if (current->typedCodes.isOf(asked.code, SessionId(name), instant, window)) changes.raise(name);
}

void LoginCore::changedElsewhere(const std::vector<Change>& all) {
    if (std::ranges::find(all, Change::anything()) != all.end()) return lookAnew();
    for (const Change& change : all) {
        if (change.kind == Change::Kind::Session) changed(SessionId(change.name));
        if (change.kind == Change::Kind::TypedCode) typedCodeChangedElsewhere(change.name);
    }
}

// Asked for, which concerns the screens that show it; or answered, which its phone waits for.
void LoginCore::typedCodeChangedElsewhere(const std::string& code) {
    const auto found =
        database.read([&](Transaction& transaction) { return typed_codes::find(transaction, code); });
    if (found && found->qr.empty()) return changed(*found);
    changes.raise(code);
}

void LoginCore::lookAnew() {
    readSessions();
    changes.raiseAll();
}

void LoginCore::readSessions() {
    sessions.reload([this] { return indexContent(); });
}

// Of older sessions a poll is told that they have ended, whatever became of them.
SessionIndex::Content LoginCore::indexContent() {
    const Instant instant = now();
    return database.read([&](Transaction& transaction) {
        SessionIndex::Content content{
            logins::sessionsSince(transaction, instant - policy()->sessionLifetime, instant),
            typed_codes::unansweredSince(transaction, instant - policy()->challengeWindow)};
        const auto scanned = scans::sessionsAt(transaction, instant);
        content.sessions.insert(content.sessions.end(), scanned.begin(), scanned.end());
        return content;
    });
}

std::shared_ptr<const LoginPolicy> LoginCore::policy() const {
    const std::lock_guard lock(m_replaceable);
    return m_policy;
}

bool LoginCore::servesLightning() const {
    return m_walletsFollow && policy()->lightning;
}

QrString LoginCore::mintChallenge(const Session& session) const {
    return codecs()->challenges.mint(session, now(), servesLightning() ? QrStyle::Lightning : QrStyle::Plain);
}

Result<QrString, Refusal> LoginCore::checkChallenge(std::string_view message) const {
    const auto qr = codecs()->challenges.check(message, now(), policy()->challengeWindow);
    if (qr) return *qr;
    return refuseChallenge(qr.error());
}

Failure<Refusal> LoginCore::refuseChallenge(ChallengeError error) {
    if (error == ChallengeError::Expired) {
        return refuse(Refusal::Reason::Expired, "this QR code has expired; scan the one on the screen now");
    }
    return refuse(Refusal::Reason::NotOurChallenge,
                  "this QR code is not from this server; scan the one on the screen");
}

Result<std::optional<KioskLabel>, Refusal> LoginCore::kioskOf(Transaction& transaction,
                                                              const KioskId& kiosk) {
    if (kiosk.empty()) return std::optional<KioskLabel>();
    const auto found = kiosks::find(transaction, kiosk);
    if (!found) return refuse(Refusal::Reason::NotOurChallenge, "this kiosk is not registered any more");
    return std::optional(KioskLabel{found->name, found->place});
}

bool LoginCore::burn(Transaction& transaction, const SessionId& session, const KioskId& kiosk,
                     std::string_view why, const std::string& clientAddress) const {
    const Instant instant = now();
    const bool burnt = logins::insert(transaction, {.sessionId = session,
                                                    .kioskId = kiosk,
                                                    .approvedAt = instant,
                                                    .expiresAt = instant,
                                                    .endedAt = instant,
                                                    .burnt = std::string(why),
                                                    .address = clientAddress});
    if (burnt) {
        audit_log::append(transaction, {.at = instant,
                                        .event = "login." + std::string(why),
                                        .kioskId = kiosk,
                                        .sessionId = session,
                                        .address = clientAddress});
    }
    return burnt;
}

Refusal LoginCore::record(const Refusal& refusal, const Occasion& occasion,
                          const std::string& clientAddress) {
    log.warning(occasion.event, {{"reason", toText(refusal.reason)}, {"address", clientAddress}});
    if (const auto retryAfter = m_limiter.record(clientAddress, policy()->refusedProofsPerMinute)) {
        tally.count(Refusal::Reason::TooMany);
        return {Refusal::Reason::TooMany,
                "too many refused requests from this address; try again in " +
                    std::to_string(retryAfter->count()) + " s",
                *retryAfter};
    }
    tally.count(refusal.reason);
    if (occasion.audited) {
        database.write([&](Transaction& transaction) {
            audit_log::append(transaction, {.at = now(),
                                            .event = std::string(occasion.event),
                                            .userId = occasion.user,
                                            .kioskId = occasion.kiosk,
                                            .sessionId = occasion.session,
                                            .address = clientAddress,
                                            .detail = std::string(toText(refusal.reason))});
        });
    }
    return refusal;
}

std::string makeToken(const RandomFill& random) {
    std::array<std::uint8_t, 16> bytes{};
    random(bytes);
    return toBase64Url(bytes);
}

} // namespace latchkey
