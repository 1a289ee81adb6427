// The hashes that Bitcoin's addresses and signatures are made over. OpenSSL computes them; should it be
// unable to (no memory, no such algorithm in this installation), they throw std::runtime_error.
#pragma once

#include "common/encoding.h"

#include <array>
#include <cstdint>

namespace latchkey {

using Digest = std::array<std::uint8_t, 32>;
using Hash160 = std::array<std::uint8_t, 20>;

Digest sha256(ByteView bytes);
Digest sha256d(ByteView bytes);  // SHA-256 of SHA-256
Hash160 hash160(ByteView bytes); // RIPEMD-160 of SHA-256

} // namespace latchkey
