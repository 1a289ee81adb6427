#include "server/login/refusal.h"

#include <array>
#include <utility>

namespace latchkey {

namespace {

using Reason = Refusal::Reason;

constexpr std::array<std::pair<Reason, std::string_view>, kRefusalReasons> kWords{{
    {Reason::Malformed, "malformed"},
    {Reason::NotOurChallenge, "not_our_challenge"},
    {Reason::Expired, "expired"},
    {Reason::AlreadyUsed, "already_used"},
    {Reason::SignatureMismatch, "signature_mismatch"},
    {Reason::NotEnrolled, "not_enrolled"},
    {Reason::Pending, "pending"},
    {Reason::Disabled, "disabled"},
    {Reason::NumberRequired, "number_required"},
    {Reason::WrongNumber, "wrong_number"},
    {Reason::ScanEnded, "scan_ended"},
    {Reason::InvitationEnded, "invitation_ended"},
    {Reason::AlreadyEnrolled, "already_enrolled"},
    {Reason::RegistrationClosed, "registration_closed"},
    {Reason::UnknownCode, "unknown_code"},
    {Reason::TooMany, "too_many"},
}};

} // namespace

std::string_view toText(Reason reason) {
    for (const auto& [value, word] : kWords) {
        if (value == reason) return word;
    }
    return "refused";
}

Failure<Refusal> refuse(ProofError error) {
    return refuse(isMalformed(error) ? Reason::Malformed : Reason::SignatureMismatch,
                  std::string(toText(error)));
}

Failure<Refusal> refuse(WebAuthnError error) {
    return refuse(isMalformed(error) ? Reason::Malformed : Reason::SignatureMismatch,
                  std::string(toText(error)));
}

Failure<Refusal> refuseUsedCode() {
    return refuse(Reason::AlreadyUsed, "this QR code was used already; scan the one on the screen now");
}

Failure<Refusal> refuseEndedScan() {
    return refuse(Reason::ScanEnded, "this code has expired or was opened by another phone; scan again");
}

Failure<Refusal> refuseUnpickedNumber() {
    return refuse(Reason::NumberRequired, "first pick the number that the screen shows");
}

} // namespace latchkey
