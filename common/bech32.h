// Bech32 (BIP-173) and Bech32m (BIP-350): a human-readable part, five-bit groups and a checksum. Addresses
// and LNURLs are written in it.
#pragma once

#include "common/encoding.h"
#include "common/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

struct Bech32 {
    // Witness version 0 takes BIP-173's checksum, versions 1 to 16 take BIP-350's.
    enum class Checksum { Bip173, Bip350 };

    std::string humanReadablePart; // lower case
    Bytes groups;                  // 0 to 31 each, without the checksum
    Checksum checksum = Checksum::Bip173;
};

enum class Bech32Error {
    Malformed, // not this form, mixed case, or longer than the caller takes
    Checksum,  // neither of the two checksums: mistyped
};

// Lower case. The groups are the caller's to keep below 32.
std::string toBech32(const Bech32& content);

// Reads lower or upper case, at most that many characters. BIP-173 has 90 of them at most, up to which the
// checksum is certain to find four mistyped ones; LNURLs are longer.
Result<Bech32, Bech32Error> fromBech32(std::string_view text, std::size_t longest);

// Bytes to five-bit groups, the last one filled up with zero bits; and back, where the filling has to be
// shorter than a group and zero.
Bytes toFiveBitGroups(ByteView bytes);
std::optional<Bytes> fromFiveBitGroups(ByteView groups);

} // namespace latchkey
