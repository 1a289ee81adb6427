// What a scan client sends to have a session approved, as the rules see it.
#pragma once

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

struct ProofSubmission {
    std::variant<SignedMessageProof, RawEcdsaProof> proof;
    std::string name{};  // not empty: asks to be registered if nobody has enrolled this key
    std::string email{}; // may be empty
    std::string scan{};  // the token of the scan whose number was picked; empty: there was none

    const std::string& message() const;
};

} // namespace latchkey
