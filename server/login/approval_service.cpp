#include "server/login/approval_service.h"

#include "server/credentials/lnurl_auth.h"
#include "server/credentials/raw_ecdsa.h"
#include "server/credentials/signed_message.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/logins.h"
#include "server/store/passkeys.h"
#include "server/store/scans.h"
#include "server/store/users.h"

namespace latchkey {

namespace {

using Reason = Refusal::Reason;

// Thrown through a transaction to undo it.
struct Rollback {
    Refusal refusal;
};

const std::string& messageOf(const ProofSubmission& submission) {
    if (const auto* signedMessage = std::get_if<SignedMessageProof>(&submission.proof))
        return signedMessage->message;
    if (const auto* passkey = std::get_if<PasskeyProof>(&submission.proof)) return passkey->challenge;
    return std::get<RawEcdsaProof>(submission.proof).challenge;
}

std::optional<devices::Owned> enrolledDevice(Transaction& transaction,
                                             const std::vector<Credential>& candidates) {
    for (const Credential& credential : candidates) {
        if (auto found = devices::ownedWithCredential(transaction, toText(credential.kind), credential.text))
            return found;
    }
    return std::nullopt;
}

// Keys that the phone page makes or uses are of no worth without a person before the screen.
bool needsNumber(const Device& device, const LoginPolicy& policy) {
    return policy.requireNumber == NumberRule::Always || device.kind == toText(Credential::Kind::Page) ||
           device.kind == toText(Credential::Kind::Passkey);
}

} // namespace

ApprovalService::ApprovalService(LoginCore& core)
    : m_core(core), m_enrolment(core.database, core.now, core.random) {}

Result<Approval, Refusal> ApprovalService::approve(const ProofSubmission& submission,
                                                   const std::string& clientAddress) {
    using Answer = LoginTally::Answer;
    const ProofKind kind = kindOf(submission);
    try {
        auto approval = decide(submission, clientAddress);
        m_core.tally.count(kind, approval ? Answer::Approved : Answer::Refused);
        return approval;
    } catch (...) {
        m_core.tally.count(kind, Answer::Failed);
        throw;
    }
}

Result<Approval, Refusal> ApprovalService::decide(const ProofSubmission& submission,
                                                  const std::string& clientAddress) {
    const auto refused = [&](const Refusal& refusal, const std::optional<Subject>& subject) {
        LoginCore::Occasion occasion{.event = "login.refused", .audited = subject.has_value()};
        if (subject) {
            occasion.session = subject->session;
            occasion.kiosk = subject->kiosk;
        }
        return Failure{m_core.record(refusal, occasion, clientAddress)};
    };
    const auto subject = subjectOf(submission);
    if (!subject) {
        const bool expired = subject.error().reason == Reason::Expired;
        return refused(subject.error(), expired ? expiredSubjectOf(submission) : std::nullopt);
    }
    const auto verified = verify(submission);
    if (!verified) return refused(verified.error(), *subject);
    const auto approval = store(submission, *subject, *verified, clientAddress);
    if (!approval) return refused(approval.error(), *subject);
    return approval;
}

Result<ApprovalService::Subject, Refusal>
ApprovalService::subjectOf(const ProofSubmission& submission) const {
    if (const auto* wallet = std::get_if<WalletProof>(&submission.proof)) {
        const auto signIn = m_core.codecs()->challenges.lnurl().checkSignIn(
            wallet->k1, wallet->kiosk, m_core.now(), m_core.policy()->challengeWindow);
        if (!signIn) return LoginCore::refuseChallenge(signIn.error());
        return Subject{signIn->sessionId, signIn->kioskId};
    }
    const auto qr = m_core.checkChallenge(messageOf(submission));
    if (!qr) return Failure{qr.error()};
    return Subject{qr->sessionId, qr->kioskId};
}

// For the audit trail: an expired challenge was ours, too.
std::optional<ApprovalService::Subject>
ApprovalService::expiredSubjectOf(const ProofSubmission& submission) const {
    if (std::holds_alternative<WalletProof>(submission.proof)) return Subject{};
    const auto qr = QrString::parse(messageOf(submission));
    return qr ? std::optional(Subject{qr->sessionId, qr->kioskId}) : std::nullopt;
}

Result<ApprovalService::Verified, Refusal> ApprovalService::verify(const ProofSubmission& submission) const {
    if (const auto* proof = std::get_if<PasskeyProof>(&submission.proof)) return verifyPasskey(*proof);
    const LoginTally::Verification verification(m_core.tally, kindOf(submission));
    if (const auto* proof = std::get_if<SignedMessageProof>(&submission.proof)) {
        const auto credential = verifySignedMessage(proof->address, proof->signature, proof->message);
        if (!credential) return refuse(credential.error());
        return Verified{{*credential}};
    }
    if (const auto* proof = std::get_if<WalletProof>(&submission.proof)) {
        const auto credential = verifyLnurlAuth(proof->k1, proof->signature, proof->key);
        if (!credential) return refuse(credential.error());
        return Verified{{*credential}};
    }
    const auto& proof = std::get<RawEcdsaProof>(submission.proof);
    const auto credential = verifyRawEcdsa(proof.publicKey, proof.signature, proof.challenge);
    if (!credential) return refuse(credential.error());
    return Verified{{*credential, {Credential::Kind::Page, credential->text}}};
}

Result<ApprovalService::Verified, Refusal> ApprovalService::verifyPasskey(const PasskeyProof& proof) const {
    const Credential credential{Credential::Kind::Passkey, toBase64Url(proof.assertion.credentialId)};
    const auto stored = m_core.database.read([&](Transaction& transaction) {
        const auto device = devices::withCredential(transaction, toText(credential.kind), credential.text);
        return device ? passkeys::find(transaction, device->id) : std::nullopt;
    });
    const auto algorithm = stored ? passkeyAlgorithmFrom(stored->algorithm) : std::nullopt;
    if (!algorithm) {
        return refuse(Reason::NotEnrolled,
                      "nobody has enrolled this passkey; ask at the reception to have the phone added");
    }
    const LoginTally::Verification verification(m_core.tally, ProofKind::Passkey);
    const auto proven = verifyAssertion(proof.assertion, proof.challenge, m_core.relyingParty,
                                        {credential, *algorithm, stored->publicKey, stored->counter});
    if (!proven) return refuse(proven.error());
    return Verified{{proven->credential}, *proven};
}

Result<Approval, Refusal> ApprovalService::store(const ProofSubmission& submission, const Subject& subject,
                                                 const Verified& verified, const std::string& clientAddress) {
    try {
        const auto granted = m_core.database.write([&](Transaction& transaction) -> Result<Grant, Refusal> {
            auto grantedHere = grant(transaction, submission, subject, verified, clientAddress);
            // A registration is not stored without its login, unless it waits for the operator.
            if (!grantedHere && grantedHere.error().reason != Reason::Pending)
                throw Rollback{grantedHere.error()};
            return grantedHere;
        });
        if (!granted) return Failure{granted.error()};
        m_core.changed(subject.session);
        logGrant(*granted, clientAddress);
        return granted->approval;
    } catch (const Rollback& rollback) {
        return Failure{rollback.refusal};
    }
}

Result<ApprovalService::Grant, Refusal>
ApprovalService::grant(Transaction& transaction, const ProofSubmission& submission, const Subject& subject,
                       const Verified& verified, const std::string& clientAddress) {
    Grant granted;
    const auto kiosk = LoginCore::kioskOf(transaction, subject.kiosk);
    if (!kiosk) return Failure{kiosk.error()};
    granted.approval.kiosk = *kiosk;
    auto enrolled = enrolledDevice(transaction, verified.candidates);
    if (!enrolled) {
        const auto registered = registerDevice(transaction, submission, verified, clientAddress);
        if (!registered) return Failure{registered.error()};
        enrolled = *registered;
        granted.registered = true;
    }
    const auto& [device, user] = *enrolled;
    const Instant now = m_core.now();
    if (device.pending) {
        return refuse(Reason::Pending,
                      "this phone waits for approval; ask at the reception to approve device " +
                          device.id.text());
    }
    if (!user.enabled) return refuse(Reason::Disabled, "this key's user is disabled; ask at the reception");
    const auto number = checkNumber(transaction, device, submission.scan, subject.session);
    if (!number) return Failure{number.error()};
    granted.approval.userName = user.name;
    granted.login = {.sessionId = subject.session,
                     .userId = user.id,
                     .deviceId = device.id,
                     .kioskId = subject.kiosk,
                     .approvedAt = now,
                     .expiresAt = now + m_core.policy()->loginLifetime,
                     .address = clientAddress};
    if (!logins::insert(transaction, granted.login)) return refuseUsedCode();
    if (!submission.scan.empty()) scans::markApproved(transaction, subject.session, now);
    if (verified.passkey) {
        keepCounter(transaction, granted.login, *verified.passkey);
        granted.counterWentBack = verified.passkey->counterWentBack;
    }
    audit_log::append(transaction, {.at = now,
                                    .event = "login.approved",
                                    .userId = user.id,
                                    .deviceId = device.id,
                                    .kioskId = subject.kiosk,
                                    .sessionId = subject.session,
                                    .address = clientAddress,
                                    .detail = user.name});
    return granted;
}

// A new device of a new user, for whoever may register and says a name.
Result<devices::Owned, Refusal> ApprovalService::registerDevice(Transaction& transaction,
                                                                const ProofSubmission& submission,
                                                                const Verified& verified,
                                                                const std::string& clientAddress) {
    const auto registration = m_core.policy()->registration;
    if (registration == Registration::Closed || submission.name.empty() || verified.passkey) {
        return refuse(Reason::NotEnrolled,
                      "nobody has enrolled this key; ask at the reception to have it added");
    }
    const auto registered = m_enrolment.registerUser(transaction,
                                                     {.name = submission.name,
                                                      .email = submission.email,
                                                      .credential = verified.candidates.front(),
                                                      .pending = registration == Registration::Approve},
                                                     clientAddress);
    if (!registered) return refuse(Reason::Malformed, registered.error());
    return devices::Owned{*registered, *users::find(transaction, registered->userId)};
}

Outcome<Refusal> ApprovalService::checkNumber(Transaction& transaction, const Device& device,
                                              const std::string& scanToken, const SessionId& session) const {
    if (scanToken.empty()) {
        if (!needsNumber(device, *m_core.policy())) return {};
        return refuse(Reason::NumberRequired,
                      "this device approves on the phone page only: scan the code with the phone's camera");
    }
    const auto scan = scans::withToken(transaction, sha256Hex(scanToken));
    if (!scan || scan->sessionId != session || !scan->activeAt(m_core.now())) return refuseEndedScan();
    if (!scan->pickedAt) return refuseUnpickedNumber();
    return {};
}

// A counter that went back may mean that somebody has copied the passkey; who has one in several places makes
// it go back, too, so that it is told and not refused (WebAuthn §6.1.1).
void ApprovalService::keepCounter(Transaction& transaction, const Login& login,
                                  const ProvenPasskey& passkey) const {
    if (passkey.counter != 0) passkeys::setCounter(transaction, login.deviceId, passkey.counter);
    if (!passkey.counterWentBack) return;
    audit_log::append(transaction, {.at = login.approvedAt,
                                    .event = "passkey.counter_went_back",
                                    .userId = login.userId,
                                    .deviceId = login.deviceId,
                                    .kioskId = login.kioskId,
                                    .sessionId = login.sessionId,
                                    .address = login.address});
}

void ApprovalService::logGrant(const Grant& grant, const std::string& clientAddress) {
    const Login& login = grant.login;
    if (grant.registered)
        m_core.log.info("user.registered", {{"user", login.userId.text()}, {"address", clientAddress}});
    if (grant.counterWentBack)
        m_core.log.warning("passkey.counter_went_back", {{"device", login.deviceId.text()}});
    m_core.log.info("login.approved", {{"session", login.sessionId.text()},
                                       {"user", login.userId.text()},
                                       {"device", login.deviceId.text()},
                                       {"kiosk", login.kioskId.text()},
                                       {"address", clientAddress}});
}

Failure<Refusal> ApprovalService::refuseMalformed(const std::string& reason,
                                                  const std::string& clientAddress) {
    m_core.tally.count(ProofKind::Unreadable, LoginTally::Answer::Refused);
    return {m_core.record({Reason::Malformed, reason, {}}, {.event = "login.refused"}, clientAddress)};
}

} // namespace latchkey
