// Why a phone's request is refused: a reason for programs, and a sentence for the person who holds the phone.
#pragma once

#include "common/result.h"
#include "server/credentials/credential.h"
#include "server/credentials/webauthn.h"

#include <chrono>
#include <string>
#include <string_view>

namespace latchkey {

struct Refusal {
    enum class Reason {
        Malformed,         // a field is missing, or its text is not what it should be
        NotOurChallenge,   // this server never made the message
        Expired,           // it did, but too long ago
        AlreadyUsed,       // the session was approved or declined before
        SignatureMismatch, // the proof is well-formed and proves nothing
        NotEnrolled,       // nobody has enrolled this key
        Pending,           // the device waits for the operator
        Disabled,          // the key's user is disabled
        NumberRequired,    // the phone has not named the number that the screen shows
        WrongNumber,       // it named another one; the session is burnt
        ScanEnded,       // the phone's scan is over: declined, expired, or another phone has opened the code
        InvitationEnded, // used, expired, or never ours
        AlreadyEnrolled, // the key is a device already
        RegistrationClosed, // only the operator adds people here
        UnknownCode,        // no screen shows the typed code
        TooMany,            // this address was refused too often; see retryAfter
    };
    Reason reason = Reason::Malformed;
    std::string message;
    std::chrono::seconds retryAfter{0};
};

constexpr std::size_t kRefusalReasons = 16;

// The reason's word on the wire, in the log and in the audit trail: "signature_mismatch".
std::string_view toText(Refusal::Reason reason);

inline Failure<Refusal> refuse(Refusal::Reason reason, std::string message) {
    return {{reason, std::move(message), {}}};
}
Failure<Refusal> refuse(ProofError error);
Failure<Refusal> refuse(WebAuthnError error);
// Those that are met at several places, with their one sentence.
Failure<Refusal> refuseUsedCode();
Failure<Refusal> refuseEndedScan();
Failure<Refusal> refuseUnpickedNumber();

} // namespace latchkey
