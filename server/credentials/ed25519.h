// What OpenSSL leaves open about a public key of Ed25519: it takes any 32 bytes for one, and finds out with
// the first signature.
#pragma once

#include "common/encoding.h"

namespace latchkey {

// True for a point of the curve in its one encoding (RFC 8032 §5.1.3) that is not one of the eight of small
// order: under those, signatures verify that nobody needed a secret for. OpenSSL computes; should it be
// unable to, this throws std::runtime_error.
bool isSoundEd25519Key(ByteView key);

} // namespace latchkey
