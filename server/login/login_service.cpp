#include "server/login/login_service.h"

#include "server/credentials/raw_ecdsa.h"
#include "server/credentials/signed_message.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/kiosks.h"
#include "server/store/logins.h"
#include "server/store/users.h"

#include <algorithm>

namespace latchkey {

namespace {

using Reason = ProofRefusal::Reason;

Failure<ProofRefusal> refuse(Reason reason, std::string message) {
    return {{reason, std::move(message), {}}};
}

Result<Credential, ProofError> verify(const ProofSubmission& submission) {
    if (const auto* signedMessage = std::get_if<SignedMessageProof>(&submission.proof)) {
        return verifySignedMessage(signedMessage->address, signedMessage->signature, signedMessage->message);
    }
    const auto& raw = std::get<RawEcdsaProof>(submission.proof);
    return verifyRawEcdsa(raw.publicKey, raw.signature, raw.challenge);
}

std::string_view toText(Reason reason) {
    switch (reason) {
    case Reason::Malformed:
        return "malformed";
    case Reason::NotOurChallenge:
        return "not_our_challenge";
    case Reason::Expired:
        return "expired";
    case Reason::SignatureMismatch:
        return "signature_mismatch";
    case Reason::NotEnrolled:
        return "not_enrolled";
    case Reason::AlreadyUsed:
        return "already_used";
    case Reason::TooManyRefusals:
        break;
    }
    return "too_many_refusals";
}

KioskLabel labelOf(const Kiosk& kiosk) {
    return {kiosk.name, kiosk.place};
}

} // namespace

const std::string& ProofSubmission::message() const {
    if (const auto* signedMessage = std::get_if<SignedMessageProof>(&proof)) return signedMessage->message;
    return std::get<RawEcdsaProof>(proof).challenge;
}

LoginService::LoginService(const ServerKey& key, std::string publicUrl, Database& database, EventLog& log,
                           LoginPolicy policy, Now now, RandomFill random)
    : m_sids(key, random),
      m_challenges(key, std::move(publicUrl)),
      m_database(database),
      m_log(log),
      m_now(now),
      m_kiosks(database, now, random),
      m_enrolment(database, now, random),
      m_limiter(now) {
    setPolicy(std::move(policy));
}

void LoginService::setPolicy(LoginPolicy policy) {
    const std::lock_guard lock(m_policyMutex);
    m_policy = std::make_shared<const LoginPolicy>(std::move(policy));
}

std::shared_ptr<const LoginPolicy> LoginService::policy() const {
    const std::lock_guard lock(m_policyMutex);
    return m_policy;
}

std::optional<Login> LoginService::loginOf(const Session& session) {
    return m_database.read([&](Transaction& transaction) { return logins::find(transaction, session.id); });
}

SessionState LoginService::stateOf(const Session& session, const std::optional<Login>& login) const {
    const Instant now = m_now();
    if (login) return login->activeAt(now) ? SessionState::Authenticated : SessionState::Ended;
    return now - session.startedAt <= policy()->sessionLifetime ? SessionState::Waiting : SessionState::Ended;
}

Result<QrCodeAnswer, std::string> LoginService::getQrCode(const Sid& sid,
                                                          const std::optional<KioskToken>& token) {
    const auto rules = policy();
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

    QrCodeAnswer answer{.qr = {}, .sid = sid};
    auto session = m_sids.open(sid);
    if (session && session->kioskId == kioskId) answer.state = stateOf(*session, loginOf(*session));
    if (!session || session->kioskId != kioskId || answer.state == SessionState::Ended) {
        answer.sid = m_sids.mint(kioskId, m_now());
        answer.state = SessionState::Waiting;
        session = m_sids.open(answer.sid);
    }
    answer.qr = m_challenges.mint(*session, m_now()).text();
    answer.expiresIn = rules->challengeWindow;
    answer.refreshIn = std::min(rules->refreshInterval, rules->challengeWindow);
    answer.pollIn = rules->pollInterval;
    return answer;
}

StatusAnswer LoginService::status(const Sid& sid) {
    const auto session = m_sids.open(sid);
    if (!session) return {};
    const SessionState state = stateOf(*session, loginOf(*session));
    if (state == SessionState::Ended) return {};
    return {sid, state};
}

StatusAnswer LoginService::waitForStatus(const Sid& sid, SessionState known, std::chrono::seconds atMost) {
    const auto session = m_sids.open(sid);
    if (!session) return {};
    const auto deadline = std::chrono::steady_clock::now() + atMost;
    for (;;) {
        const std::uint64_t version = m_changes.version();
        const auto login = loginOf(*session);
        const SessionState state = stateOf(*session, login);
        if (state == SessionState::Ended) return {};
        if (state != known || m_changes.closed() || std::chrono::steady_clock::now() >= deadline)
            return {sid, state};
        auto nextLook = deadline;
        if (login) { // it ends by itself, and nobody raises a signal for that
            nextLook = std::min(nextLook, std::chrono::steady_clock::now() + (login->expiresAt - m_now()));
        }
        m_changes.wait(version, nextLook);
    }
}

std::optional<DashboardAnswer> LoginService::dashboard(const Sid& sid) {
    const auto session = m_sids.open(sid);
    if (!session) return std::nullopt;
    return m_database.read([&](Transaction& transaction) -> std::optional<DashboardAnswer> {
        const auto login = logins::find(transaction, session->id);
        const Instant now = m_now();
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
        if (const auto kiosk = kiosks::find(transaction, login->kioskId)) answer.kiosk = labelOf(*kiosk);
        answer.notices = policy()->notices;
        return answer;
    });
}

void LoginService::signOut(const Sid& sid, const std::string& clientAddress) {
    const auto session = m_sids.open(sid);
    if (!session) return;
    const auto login = loginOf(*session);
    if (!login || !login->activeAt(m_now())) return;
    const bool ended = m_database.write([&](Transaction& transaction) {
        if (logins::end(transaction, session->id, m_now()) == 0) return false;
        audit_log::append(transaction, {.at = m_now(),
                                        .event = "login.signed_out",
                                        .userId = login->userId,
                                        .deviceId = login->deviceId,
                                        .kioskId = login->kioskId,
                                        .sessionId = session->id,
                                        .address = clientAddress});
        return true;
    });
    if (!ended) return;
    m_changes.raise();
    m_log.info("login.signed_out", {{"session", session->id.text()}, {"user", login->userId.text()}});
}

Result<QrString, ProofRefusal> LoginService::checkChallenge(std::string_view message) const {
    const auto qr = m_challenges.check(message, m_now(), policy()->challengeWindow);
    if (qr) return *qr;
    if (qr.error() == ChallengeError::Expired) {
        return refuse(Reason::Expired, "this QR code has expired; scan the one on the screen now");
    }
    return refuse(Reason::NotOurChallenge,
                  "this QR code is not from this server; scan the one on the screen");
}

Result<std::optional<KioskLabel>, ProofRefusal> LoginService::describe(std::string_view qrString) {
    const auto qr = checkChallenge(qrString);
    if (!qr) return Failure{qr.error()};
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<KioskLabel>, ProofRefusal> {
        if (logins::find(transaction, qr->sessionId)) {
            return refuse(Reason::AlreadyUsed,
                          "this QR code was used already; scan the one on the screen now");
        }
        if (qr->kioskId.empty()) return std::optional<KioskLabel>();
        const auto kiosk = kiosks::find(transaction, qr->kioskId);
        if (!kiosk) return refuse(Reason::NotOurChallenge, "this kiosk is not registered any more");
        return std::optional(labelOf(*kiosk));
    });
}

Result<Approval, ProofRefusal> LoginService::approve(const ProofSubmission& submission,
                                                     const std::string& clientAddress) {
    const auto qr = checkChallenge(submission.message());
    if (!qr) return Failure{recordRefusal(qr.error(), nullptr, clientAddress)};
    const auto granted = verifyAndGrant(submission, *qr, clientAddress);
    if (!granted) return Failure{recordRefusal(granted.error(), &*qr, clientAddress)};
    m_changes.raise();
    logGrant(*granted, clientAddress);
    return granted->approval;
}

Result<LoginService::Grant, ProofRefusal> LoginService::verifyAndGrant(const ProofSubmission& submission,
                                                                       const QrString& qr,
                                                                       const std::string& clientAddress) {
    const auto credential = verify(submission);
    if (!credential) {
        return refuse(isMalformed(credential.error()) ? Reason::Malformed : Reason::SignatureMismatch,
                      std::string(toText(credential.error())));
    }
    struct Rollback {
        ProofRefusal refusal;
    };
    try {
        return m_database.write([&](Transaction& transaction) -> Result<Grant, ProofRefusal> {
            auto granted = grant(transaction, submission, qr, *credential, clientAddress);
            if (!granted) throw Rollback{granted.error()}; // a registration is not stored without its login
            return granted;
        });
    } catch (const Rollback& rollback) {
        return Failure{rollback.refusal};
    }
}

Result<LoginService::Grant, ProofRefusal>
LoginService::grant(Transaction& transaction, const ProofSubmission& submission, const QrString& qr,
                    const Credential& credential, const std::string& clientAddress) {
    Grant granted;
    if (!qr.kioskId.empty()) {
        const auto kiosk = kiosks::find(transaction, qr.kioskId);
        if (!kiosk) return refuse(Reason::NotOurChallenge, "this kiosk is not registered any more");
        granted.approval.kiosk = labelOf(*kiosk);
    }
    auto device = devices::withCredential(transaction, toText(credential.kind), credential.text);
    if (!device) {
        const auto enrolled = registerUser(transaction, submission, credential, clientAddress);
        if (!enrolled) return Failure{enrolled.error()};
        device = *enrolled;
        granted.registered = true;
    }
    const auto user = users::find(transaction, device->userId);
    if (!user || !user->enabled) {
        return refuse(Reason::NotEnrolled, "this key's user is disabled; ask at the reception");
    }
    const Instant now = m_now();
    granted.approval.userName = user->name;
    granted.login = {.sessionId = qr.sessionId,
                     .userId = user->id,
                     .deviceId = device->id,
                     .kioskId = qr.kioskId,
                     .approvedAt = now,
                     .expiresAt = now + policy()->loginLifetime,
                     .endedAt = {}};
    if (!logins::insert(transaction, granted.login)) {
        return refuse(Reason::AlreadyUsed, "this QR code was used already; scan the one on the screen now");
    }
    audit_log::append(transaction, {.at = now,
                                    .event = "login.approved",
                                    .userId = user->id,
                                    .deviceId = device->id,
                                    .kioskId = qr.kioskId,
                                    .sessionId = qr.sessionId,
                                    .address = clientAddress,
                                    .detail = user->name});
    return granted;
}

Result<Device, ProofRefusal> LoginService::registerUser(Transaction& transaction,
                                                        const ProofSubmission& submission,
                                                        const Credential& credential,
                                                        const std::string& clientAddress) {
    if (!policy()->openRegistration || submission.name.empty()) {
        return refuse(Reason::NotEnrolled,
                      "nobody has enrolled this key; ask at the reception to have it added");
    }
    const auto user = m_enrolment.insertUser(transaction, submission.name, submission.email);
    if (!user) return refuse(Reason::Malformed, user.error());
    const auto device = m_enrolment.insertDevice(transaction, *user, credential, "");
    if (!device) return refuse(Reason::Malformed, device.error());
    audit_log::append(transaction, {.at = m_now(),
                                    .event = "user.registered",
                                    .userId = user->id,
                                    .deviceId = device->id,
                                    .address = clientAddress,
                                    .detail = user->name});
    return *device;
}

// Only a refused proof over a challenge that is ours and fresh is worth an audit line: somebody saw a real
// screen. And only within the limit: nobody gets to fill the disk.
ProofRefusal LoginService::recordRefusal(const ProofRefusal& refusal, const QrString* ours,
                                         const std::string& clientAddress) {
    m_log.warning("login.refused", {{"reason", toText(refusal.reason)}, {"address", clientAddress}});
    if (const auto retryAfter = m_limiter.record(clientAddress, policy()->refusedProofsPerMinute)) {
        return {Reason::TooManyRefusals,
                "too many refused proofs from this address; try again in " +
                    std::to_string(retryAfter->count()) + " s",
                *retryAfter};
    }
    if (ours) {
        m_database.write([&](Transaction& transaction) {
            audit_log::append(transaction, {.at = m_now(),
                                            .event = "login.refused",
                                            .kioskId = ours->kioskId,
                                            .sessionId = ours->sessionId,
                                            .address = clientAddress,
                                            .detail = std::string(toText(refusal.reason))});
        });
    }
    return refusal;
}

void LoginService::logGrant(const Grant& grant, const std::string& clientAddress) {
    const Login& login = grant.login;
    if (grant.registered)
        m_log.info("user.registered", {{"user", login.userId.text()}, {"address", clientAddress}});
    m_log.info("login.approved", {{"session", login.sessionId.text()},
                                  {"user", login.userId.text()},
                                  {"device", login.deviceId.text()},
                                  {"kiosk", login.kioskId.text()},
                                  {"address", clientAddress}});
}

Failure<ProofRefusal> LoginService::refuseMalformed(const std::string& reason,
                                                    const std::string& clientAddress) {
    return {recordRefusal({Reason::Malformed, reason, {}}, nullptr, clientAddress)};
}

bool LoginService::ready() {
    try {
        m_database.read([](Transaction& transaction) { logins::find(transaction, SessionId()); });
        return true;
    } catch (const DatabaseError& error) {
        m_log.error("database.failed", {{"reason", error.what()}});
        return false;
    }
}

void LoginService::forgetOlderThan(std::chrono::seconds age) {
    m_database.write([&](Transaction& transaction) {
        logins::removeExpiredBefore(transaction, m_now() - age);
        audit_log::removeBefore(transaction, m_now() - age);
    });
}

} // namespace latchkey
