// LNURL-auth (LUD-04): a Lightning wallet signs k1 with a key that it has for our host alone.
#pragma once

#include "server/credentials/credential.h"

namespace latchkey {

// Verifies that the key signed k1. All three are hex of either case:
//   k1         32 bytes, signed as they are, without another hash
//   signature  strict DER (BIP-66); high s is taken as well as low, since wallets' libraries make either, and
//              k1 is good for one login however often it is signed
//   key        a secp256k1 public key, compressed
// Whether k1 is ours, fresh and unused is for others to say. Returns the key that is proven, or why it is
// not.
Result<Credential, ProofError> verifyLnurlAuth(std::string_view k1, std::string_view signature,
                                               std::string_view key);

} // namespace latchkey
