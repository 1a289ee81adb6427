// What a scan client sends to have a session approved, as the rules see it.
#pragma once

#include "server/credentials/webauthn.h"

#include <string>
#include <variant>

namespace latchkey {

// The two shapes of proof that FAST publishes.
struct SignedMessageProof {
    std::string address, signature, message;
};
struct RawEcdsaProof {
    std::string publicKey, signature, challenge;
};

// What a Lightning wallet calls back with (LUD-04); kiosk: the callback's parameter k.
struct WalletProof {
    std::string k1, signature, key, kiosk;
};

// A passkey's assertion over the QR string.
struct PasskeyProof {
    PasskeyAssertion assertion;
    std::string challenge;
};

struct ProofSubmission {
    std::variant<SignedMessageProof, RawEcdsaProof, WalletProof, PasskeyProof> proof;
    std::string name{};  // not empty: asks to be registered if nobody has enrolled this key
    std::string email{}; // may be empty
    std::string scan{};  // the token of the scan whose number was picked; empty: there was none
};

} // namespace latchkey
