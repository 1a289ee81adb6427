// A Bitcoin mainnet address that a signed message can prove.
#pragma once

#include "server/credentials/credential.h"
#include "server/credentials/hashing.h"

#include <string>
#include <string_view>

namespace latchkey {

struct Address {
    // The hash is of the key (P2PKH, P2WPKH) or of a script (P2SH). Which script cannot be seen: only
    // P2SH-P2WPKH can be proven, any other one turns out as a SignatureMismatch.
    enum class Kind { P2pkh, P2sh, P2wpkh };

    Kind kind = Kind::P2pkh;
    Hash160 hash{};

    bool operator==(const Address&) const = default;
};

// The canonical text: what Credential holds.
std::string toText(const Address& address);

// Reads what parseAddress reads, with its reasons.
Result<Address, ProofError> addressFrom(std::string_view text);

} // namespace latchkey
