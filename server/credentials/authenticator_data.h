// The authenticator data: what an authenticator says about itself and signs (WebAuthn Level 2 §6.1).
#pragma once

#include "server/credentials/webauthn.h"

namespace latchkey {

// Points into the bytes that it was read from.
struct AuthenticatorData {
    // A new passkey.
    struct AttestedKey {
        ByteView credentialId;
        ByteView coseKey; // a CBOR map
    };

    ByteView whole;
    ByteView relyingPartyHash; // SHA-256 of the relying party's id
    bool userPresent = false;
    bool userVerified = false;
    std::uint32_t counter = 0;
    std::optional<AttestedKey> attestedKey;
    std::optional<ByteView> extensions; // a CBOR map

    // Takes the bytes apart to the last one. Fails with AuthenticatorDataMalformed.
    static Result<AuthenticatorData, WebAuthnError> parse(ByteView bytes);
};

// That it was made for us, with the person present and verified.
Outcome<WebAuthnError> checkMadeForUs(const AuthenticatorData& data, const RelyingParty& us);

} // namespace latchkey
