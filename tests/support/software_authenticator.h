// A phone with one passkey, and the browser on it: answers create() and get() as WebAuthn Level 2 (§5.1, §6)
// says, so that a server can be tested without either. Shares no code with the server's verification.
//
// As it comes, everything about an answer is good. A test alters the one thing that it is about: a member of
// Ceremony, or the bytes themselves, which enrolWith() and signInWith() take as they are.
#pragma once

#include "common/encoding.h"

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace latchkey {

class SoftwareAuthenticator {
  public:
    enum class Algorithm { Es256 = -7, EdDsa = -8, Rs256 = -257 }; // COSE's numbers

    // The flags of authenticator data (§6.1).
    static constexpr std::uint8_t kUserPresent = 0x01;
    static constexpr std::uint8_t kUserVerified = 0x04;
    static constexpr std::uint8_t kAttestedKey = 0x40;
    static constexpr std::uint8_t kExtensions = 0x80;

    // What browser and phone know and say.
    struct Ceremony {
        std::string challenge; // the bytes that the server gave
        std::string origin = "https://lobby.example";
        std::string relyingPartyId = "lobby.example";

        std::string type{};                     // empty: "webauthn.create" or "webauthn.get", as it should be
        std::optional<bool> crossOrigin{false}; // nullopt: says nothing about it
        std::string furtherClientData{};        // JSON members: ,"name":value

        std::uint8_t flags = kUserPresent | kUserVerified; // with the other two where there is such data
        std::uint32_t counter = 0;
        Bytes extensions{};                             // a CBOR map; empty: none
        std::string format = "none";                    // of the attestation statement ...
        Bytes statement = Bytes(1, std::uint8_t{0xa0}); // ... which is CBOR; here an empty map
    };

    struct Registration {
        Bytes clientData;
        Bytes attestationObject;
    };
    struct Assertion {
        Bytes credentialId;
        Bytes clientData;
        Bytes authenticatorData;
        Bytes signature;
    };

    // Equal seeds are equal keys and credential ids.
    explicit SoftwareAuthenticator(Algorithm algorithm = Algorithm::Es256, std::uint32_t seed = 1);

    Registration enrol(const Ceremony& ceremony) const;
    Assertion signIn(const Ceremony& ceremony) const;

    // --- The parts of these, to be altered. ---

    Bytes credentialId() const { return m_credentialId; }
    void setCredentialId(Bytes id) { m_credentialId = std::move(id); }

    Bytes coseKey() const; // RFC 9052 §7
    // What comes new with create(): model, credential id and the key (§6.5.1).
    Bytes attestedKey() const { return attestedKey(coseKey()); }
    Bytes attestedKey(ByteView coseKey) const;

    static Bytes clientData(const Ceremony& ceremony, const std::string& type);
    // attestedKey: empty for get().
    static Bytes authenticatorData(const Ceremony& ceremony, ByteView attestedKey);
    static Bytes attestationObject(const Ceremony& ceremony, ByteView authenticatorData);

    // Around the given bytes.
    Registration enrolWith(const Ceremony& ceremony, ByteView authenticatorData) const;
    Assertion signInWith(Bytes authenticatorData, Bytes clientData) const;

    // Over authenticator data and the SHA-256 of client data (§6.3.3).
    Bytes sign(ByteView authenticatorData, ByteView clientData) const;

  private:
    struct FreeKey {
        void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    };

    Algorithm m_algorithm;
    std::unique_ptr<EVP_PKEY, FreeKey> m_key;
    Bytes m_credentialId;
};

} // namespace latchkey
