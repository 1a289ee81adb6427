#include "server/login/phone_enrolment.h"

#include "common/lnurl.h"
#include "server/credentials/lnurl_auth.h"
#include "server/credentials/raw_ecdsa.h"
#include "server/login/scan_service.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/invitations.h"
#include "server/store/logins.h"
#include "server/store/passkeys.h"
#include "server/store/scans.h"
#include "server/store/users.h"

#include <algorithm>

namespace latchkey {

namespace {

using Reason = Refusal::Reason;

constexpr const char* kInvitationEnded = "this link was used already or has expired; ask for a new one";

// Known to wallets by the beginning of its token's hash.
LnurlChallengeCodec::Invitation lnurlInvitation(const Invitation& invited) {
    LnurlChallengeCodec::Invitation invitation{{}, invited.expiresAt};
    const auto id = fromHex(std::string_view(invited.tokenHash).substr(0, 2 * invitation.id.size()));
    std::ranges::copy(*id, invitation.id.begin());
    return invitation;
}

} // namespace

std::string invitationLink(std::string_view publicUrl, const InvitationToken& token) {
    return std::string(publicUrl) + "/enrol#" + token.reveal();
}

PhoneEnrolment::PhoneEnrolment(LoginCore& core)
    : m_core(core), m_enrolment(core.database, core.now, core.random) {}

std::string PhoneEnrolment::link(const InvitationToken& token) const {
    return invitationLink(m_core.publicUrl, token);
}

Result<PhoneEnrolment::Invitation, Refusal> PhoneEnrolment::invitation(const InvitationToken& token,
                                                                       const std::string& clientAddress) {
    const auto found = m_core.database.read([&](Transaction& transaction) -> std::optional<Invitation> {
        const auto invited = invitations::withToken(transaction, sha256Hex(token.reveal()));
        if (!invited || !invited->activeAt(m_core.now())) return std::nullopt;
        const auto user = users::find(transaction, invited->userId);
        if (!user || !user->enabled) return std::nullopt;
        Invitation invitation{user->name, invited->expiresAt - m_core.now(), link(token), {}};
        if (m_core.servesLightning())
            invitation.lnurl =
                toLnurl(m_core.codecs()->challenges.lnurl().url(lnurlInvitation(*invited), m_core.now()));
        return invitation;
    });
    if (found) return *found;
    return Failure{m_core.record({Reason::InvitationEnded, kInvitationEnded, {}},
                                 {.event = "invitation.refused"}, clientAddress)};
}

Result<PhoneEnrolment::NewKey, Refusal> PhoneEnrolment::verify(const NewKeyProof& key,
                                                               const std::string& message) const {
    if (const auto* registration = std::get_if<PasskeyRegistration>(&key)) {
        const LoginTally::Verification verification(m_core.tally, ProofKind::Passkey);
        const auto passkey = verifyRegistration(*registration, message, m_core.relyingParty);
        if (!passkey) return refuse(passkey.error());
        return NewKey{passkey->credential, *passkey};
    }
    const LoginTally::Verification verification(m_core.tally, ProofKind::Page);
    const auto& proof = std::get<PageKeyProof>(key);
    const auto credential = verifyRawEcdsa(proof.publicKey, proof.signature, message);
    if (!credential) return refuse(credential.error());
    return NewKey{{Credential::Kind::Page, credential->text}};
}

Result<PhoneEnrolment::Enrolled, Refusal>
PhoneEnrolment::accept(Transaction& transaction, const std::optional<latchkey::Invitation>& invited,
                       const NewKey& key, std::string_view label, const std::string& clientAddress) {
    const auto user = invited ? users::find(transaction, invited->userId) : std::nullopt;
    if (!user || !user->enabled || !invited->activeAt(m_core.now()))
        return refuse(Reason::InvitationEnded, kInvitationEnded);
    if (devices::withCredential(transaction, toText(key.credential.kind), key.credential.text))
        return refuse(Reason::AlreadyEnrolled, "this phone is enrolled already");
    const auto device = m_enrolment.insertDevice(transaction, *user, key.credential, label);
    if (!device) return refuse(Reason::Malformed, device.error());
    keepPasskey(transaction, *device, key);
    invitations::markUsed(transaction, invited->tokenHash, m_core.now());
    audit_log::append(transaction, {.at = m_core.now(),
                                    .event = "device.enrolled",
                                    .userId = user->id,
                                    .deviceId = device->id,
                                    .address = clientAddress,
                                    .detail = device->kind + " " + device->credential});
    return Enrolled{device->id, user->name};
}

void PhoneEnrolment::keepPasskey(Transaction& transaction, const Device& device, const NewKey& key) const {
    if (!key.passkey) return;
    passkeys::insert(transaction, {device.id, static_cast<int>(key.passkey->algorithm),
                                   key.passkey->publicKey, key.passkey->counter});
}

Result<PhoneEnrolment::Enrolled, Refusal>
PhoneEnrolment::answer(const Result<Enrolled, Refusal>& enrolled,
                       const std::optional<latchkey::Invitation>& invited, const std::string& clientAddress) {
    if (enrolled) {
        m_core.log.info("device.enrolled", {{"device", enrolled->device.text()}, {"address", clientAddress}});
        return enrolled;
    }
    return Failure{m_core.record(enrolled.error(),
                                 {.event = "invitation.refused",
                                  .audited = invited.has_value(),
                                  .user = invited ? invited->userId : UserId()},
                                 clientAddress)};
}

Result<PhoneEnrolment::Enrolled, Refusal> PhoneEnrolment::enrol(const InvitationToken& token,
                                                                const NewKeyProof& key,
                                                                std::string_view label,
                                                                const std::string& clientAddress) {
    const auto verified = verify(key, link(token));
    std::optional<latchkey::Invitation> invited;
    const auto enrolled = m_core.database.write([&](Transaction& transaction) -> Result<Enrolled, Refusal> {
        invited = invitations::withToken(transaction, sha256Hex(token.reveal()));
        if (!verified) return Failure{verified.error()};
        return accept(transaction, invited, *verified, label, clientAddress);
    });
    return answer(enrolled, invited, clientAddress);
}

Result<PhoneEnrolment::Enrolled, Refusal> PhoneEnrolment::linkWallet(const WalletProof& wallet,
                                                                     const std::string& clientAddress) {
    const auto challenge = m_core.codecs()->challenges.lnurl().checkInvitation(wallet.k1, m_core.now());
    if (!challenge) {
        const bool expired = challenge.error() == ChallengeError::Expired;
        return answer(expired ? refuse(Reason::InvitationEnded, kInvitationEnded)
                              : LoginCore::refuseChallenge(challenge.error()),
                      std::nullopt, clientAddress);
    }
    const auto credential = [&] {
        const LoginTally::Verification verification(m_core.tally, ProofKind::Wallet);
        return verifyLnurlAuth(wallet.k1, wallet.signature, wallet.key);
    }();
    std::optional<latchkey::Invitation> invited;
    const auto enrolled = m_core.database.write([&](Transaction& transaction) -> Result<Enrolled, Refusal> {
        invited = invitations::withTokenPrefix(transaction, toHex(challenge->id));
        if (!credential) return refuse(credential.error());
        return accept(transaction, invited, NewKey{*credential}, "Lightning wallet", clientAddress);
    });
    return answer(enrolled, invited, clientAddress);
}

Result<PhoneEnrolment::Enrolled, Refusal> PhoneEnrolment::registerHere(const Registrant& registrant,
                                                                       const NewKeyProof& key,
                                                                       const std::string& clientAddress) {
    const auto registration = m_core.policy()->registration;
    std::optional<Scan> scan;
    const auto enrolled = [&]() -> Result<Enrolled, Refusal> {
        if (registration == Registration::Closed)
            return refuse(Reason::RegistrationClosed, "nobody can register here; ask at the reception");
        scan = m_core.database.read([&](Transaction& transaction) {
            return scans::withToken(transaction, sha256Hex(registrant.scan));
        });
        if (!scan || m_core.now() - scan->openedAt > ScanService::kRegistrationTime)
            return refuse(Reason::ScanEnded, "this code has expired; scan again");
        if (!scan->pickedAt) return refuseUnpickedNumber();
        const auto verified = verify(key, scan->qr);
        if (!verified) return Failure{verified.error()};
        return m_core.database.write([&](Transaction& transaction) -> Result<Enrolled, Refusal> {
            if (logins::find(transaction, scan->sessionId))
                return refuse(Reason::ScanEnded, "this code was used or declined; scan again");
            const auto& credential = verified->credential;
            if (devices::withCredential(transaction, toText(credential.kind), credential.text))
                return refuse(Reason::AlreadyEnrolled, "this phone is registered already");
            const auto device = m_enrolment.registerUser(transaction,
                                                         {.name = registrant.name,
                                                          .email = registrant.email,
                                                          .credential = credential,
                                                          .label = registrant.label,
                                                          .pending = registration == Registration::Approve},
                                                         clientAddress);
            if (!device) return refuse(Reason::Malformed, device.error());
            keepPasskey(transaction, *device, *verified);
            return Enrolled{device->id, users::find(transaction, device->userId)->name, device->pending};
        });
    }();
    if (enrolled) {
        m_core.log.info("user.registered", {{"device", enrolled->device.text()}, {"address", clientAddress}});
        return enrolled;
    }
    return Failure{m_core.record(enrolled.error(),
                                 {.event = "registration.refused",
                                  .audited = scan.has_value(),
                                  .session = scan ? scan->sessionId : SessionId(),
                                  .kiosk = scan ? scan->kioskId : KioskId()},
                                 clientAddress)};
}

} // namespace latchkey
