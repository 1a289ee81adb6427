// A passkey's public key: reading a new one and verifying with a kept one. libfido2 and OpenSSL do both.
//
// These throw std::runtime_error when a library fails for want of memory or of an algorithm, never for what
// they are given.
#pragma once

#include "server/credentials/authenticator_data.h"

namespace latchkey {

struct PasskeyKey {
    PasskeyAlgorithm algorithm = PasskeyAlgorithm::Es256;
    std::string text; // as Passkey::publicKey
};

// The key of data that has an attested one. Fails with AlgorithmUnsupported, KeyMalformed, KeyNotOnCurve or
// RsaKeyUnsupported.
Result<PasskeyKey, WebAuthnError> readAttestedKey(const AuthenticatorData& data);

// Verifies a signature over data and the SHA-256 of client data, and once more what checkMadeForUs does.
// Fails with StoredKeyUnusable, AuthenticatorDataMalformed (extensions that are not as CTAP2 writes them) or
// SignatureMismatch.
Outcome<WebAuthnError> verifySignature(const PasskeyKey& key, const AuthenticatorData& data,
                                       ByteView clientData, ByteView signature, const RelyingParty& us);

} // namespace latchkey
