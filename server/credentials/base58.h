// Base58, and the base58check form of an address: a version byte, a 20-byte hash and four bytes of
// SHA-256d over them. It goes back to Bitcoin's first program; no BIP describes it.
#pragma once

#include "server/credentials/credential.h"
#include "server/credentials/hashing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

// One text for one value, leading zeros included. The time grows with the square of the length: whoever
// reads a stranger's text bounds it first.
std::string toBase58(ByteView bytes);
std::optional<Bytes> fromBase58(std::string_view text);

struct VersionedHash {
    std::uint8_t version = 0;
    Hash160 hash{};

    bool operator==(const VersionedHash&) const = default;
};

std::string toBase58Check(const VersionedHash& content);

// Fails with AddressMalformed (not base58, or not 25 bytes) or AddressChecksum.
Result<VersionedHash, ProofError> fromBase58Check(std::string_view text);

} // namespace latchkey
