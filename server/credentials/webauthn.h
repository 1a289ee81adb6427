// Passkeys: what a browser's navigator.credentials answers, checked as a relying party has to (WebAuthn
// Level 2). create() enrols a passkey (§7.1), get() proves it (§7.2).
//
// The challenge is a text of the server's, its bytes as they are: the QR string, or the enrolment link. The
// person has to be there and has to be verified by the phone: by face, finger or PIN.
//
// What needs a store is the caller's: that a challenge is fresh and used once, that a credential id is
// enrolled once, and whose it is, in which a user handle has to agree. No extension is asked for; those that
// come are read past (§9). Token binding, which Level 3 dropped, is not looked at.
#pragma once

#include "common/encoding.h"
#include "server/credentials/credential.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

// Whom a passkey is made for.
struct RelyingParty {
    std::string id;     // the public URL's host name
    std::string origin; // scheme://host[:port], as WebAddress::origin() writes it and browsers do
};

// The algorithms to ask phones for, by their COSE numbers (RFC 9053 §2, RFC 8812 §2).
enum class PasskeyAlgorithm { Es256 = -7, EdDsa = -8, Rs256 = -257 };

std::optional<PasskeyAlgorithm> passkeyAlgorithmFrom(std::int64_t number);

// What the server keeps of a passkey.
struct Passkey {
    Credential credential; // of Kind::Passkey
    PasskeyAlgorithm algorithm = PasskeyAlgorithm::Es256;
    // base64url without padding of x‖y (ES256: 64 bytes), of the key of RFC 8032 (EdDSA with Ed25519: 32) or
    // of n‖e (RS256: 259).
    std::string publicKey;
    std::uint32_t counter = 0; // signatures that the phone had counted; 0 for good if it does not count

    bool operator==(const Passkey&) const = default;
};

// What the parts of an answer may have, in bytes. What exceeds it was made by no phone.
struct PasskeyLimits {
    static constexpr std::size_t mostClientData = 4096;
    static constexpr std::size_t mostAttestationObject = 16384;
    static constexpr std::size_t mostAuthenticatorData = 512; // of an assertion
    static constexpr std::size_t mostSignature = 256;         // RS256's
    static constexpr std::size_t leastCredentialId = 16;      // §4
    static constexpr std::size_t mostCredentialId = 1023;     // Level 3 §4
};

// What create() answered.
struct PasskeyRegistration {
    Bytes clientData;        // clientDataJSON
    Bytes attestationObject; // CBOR (§6.5)
};

// What get() answered.
struct PasskeyAssertion {
    Bytes credentialId;
    Bytes clientData; // clientDataJSON
    Bytes authenticatorData;
    Bytes signature;
};

struct ProvenPasskey {
    Credential credential;
    std::uint32_t counter = 0; // to be kept from now on
    // The counter is not above the one kept, although they are not both 0: there may be two of this passkey
    // (§6.1.1). That is for the audit log and no reason to refuse; phones that keep passkeys in step do not
    // count.
    bool counterWentBack = false;
};

// Why an answer is refused.
enum class WebAuthnError {
    // it is not what it should be
    TooLarge,                   // one of its parts exceeds PasskeyLimits
    ClientDataMalformed,        // not a JSON object, or a member that is needed is missing or of another type
    AttestationObjectMalformed, // not a CBOR map with authenticator data, or something is behind it
    AuthenticatorDataMalformed, // cut short, or something is behind it, or its flags belie what is there
    CredentialIdLength,         // the new passkey's id is shorter or longer than PasskeyLimits
    AlgorithmUnsupported,       // the new key's
    KeyMalformed,               // the new key is not the COSE key of its algorithm (§5.8.5)
    KeyNotOnCurve,              // also: a point that anybody could sign for
    RsaKeyUnsupported, // not 2048 bits with the exponent 65537, or not the product of two large primes
    // it is, but proves nothing
    OtherCeremony,     // create() was called for get(), or get() for create()
    OtherChallenge,    // made for another QR string or enrolment link
    OtherOrigin,       // made by another page: the mark of a page that passes itself off as ours
    CrossOrigin,       // made in a frame of another page
    OtherRelyingParty, // made for another host
    UserNotPresent,    // the phone did not ask anybody
    UserNotVerified,   // it asked, but not who it was
    OtherPasskey,      // its credential id is another one
    StoredKeyUnusable, // the key that was kept is not what an enrolment returned
    SignatureMismatch, // made by another key or over other data
};

// One sentence for a person, without a final full stop, naming the cause.
std::string_view toText(WebAuthnError error);

// True when the answer itself is at fault (FAST's 400), false when it proves nothing (FAST's 406).
bool isMalformed(WebAuthnError error);

// Returns the passkey to be kept. The attestation statement, which would tell the authenticator's maker, is
// ignored, in whatever format it is: nobody's phone is preferred.
Result<Passkey, WebAuthnError> verifyRegistration(const PasskeyRegistration& registration,
                                                  std::string_view challenge, const RelyingParty& us);

// enrolled: the passkey that was kept, found by the assertion's credential id.
Result<ProvenPasskey, WebAuthnError> verifyAssertion(const PasskeyAssertion& assertion,
                                                     std::string_view challenge, const RelyingParty& us,
                                                     const Passkey& enrolled);

} // namespace latchkey
