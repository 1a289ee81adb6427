// The hash functions that Bitcoin's addresses, signed messages and derived keys are made of.
#pragma once

#include "common/encoding.h"

#include <array>
#include <cstdint>

namespace latchkey::phone {

using Hash160 = std::array<std::uint8_t, 20>;
using Hash256 = std::array<std::uint8_t, 32>;
using Hash512 = std::array<std::uint8_t, 64>;

Hash256 sha256(ByteView bytes);
// SHA-256 of SHA-256.
Hash256 doubleSha256(ByteView bytes);
// RIPEMD-160 of SHA-256.
Hash160 hash160(ByteView bytes);

// HMAC (RFC 2104).
Hash256 hmacSha256(ByteView key, ByteView message);
Hash512 hmacSha512(ByteView key, ByteView message);

} // namespace latchkey::phone
