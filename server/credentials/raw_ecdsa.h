// Plain ECDSA over secp256k1: FAST's {"public_key","signature","challenge"}.
#pragma once

#include "server/credentials/credential.h"

namespace latchkey {

// Verifies a signature over SHA-256 of the challenge's bytes.
//   publicKey  hex, see parsePublicKey
//   signature  hex of strict DER (BIP-66) or of 64 bytes r‖s; high s is taken as well as low. 64 bytes that
//              could be either are good if one of the two readings verifies
// Returns the key that is proven, or why it is not.
Result<Credential, ProofError> verifyRawEcdsa(std::string_view publicKey, std::string_view signature,
                                              std::string_view challenge);

} // namespace latchkey
