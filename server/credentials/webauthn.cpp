#include "server/credentials/webauthn.h"

#include "server/credentials/authenticator_data.h"
#include "server/credentials/cbor.h"
#include "server/credentials/client_data.h"
#include "server/credentials/passkey_key.h"

#include <array>
#include <utility>

namespace latchkey {

namespace {

constexpr std::array<std::pair<WebAuthnError, std::string_view>, 19> kSentences{{
    {WebAuthnError::TooLarge, "The passkey's answer is larger than any phone's"},
    {WebAuthnError::ClientDataMalformed, "The client data is not what a browser writes"},
    {WebAuthnError::AttestationObjectMalformed, "The attestation object has no authenticator data"},
    {WebAuthnError::AuthenticatorDataMalformed, "The authenticator data is cut short, or has too much in it"},
    {WebAuthnError::CredentialIdLength, "The passkey's name is not 16 to 1023 bytes long"},
    {WebAuthnError::AlgorithmUnsupported,
     "The passkey is for an algorithm other than ES256, EdDSA and RS256"},
    {WebAuthnError::KeyMalformed, "The passkey's public key is not one of its algorithm"},
    {WebAuthnError::KeyNotOnCurve, "The passkey's public key is not a sound point of its curve"},
    {WebAuthnError::RsaKeyUnsupported,
     "The passkey's RSA key is not one of 2048 bits with the exponent 65537"},
    {WebAuthnError::OtherCeremony, "The passkey was asked to do something else than it is used for"},
    {WebAuthnError::OtherChallenge, "The passkey was used for another QR code or enrolment link"},
    {WebAuthnError::OtherOrigin, "The passkey was used on another page"},
    {WebAuthnError::CrossOrigin, "The passkey was used inside another page"},
    {WebAuthnError::OtherRelyingParty, "The passkey belongs to another host"},
    {WebAuthnError::UserNotPresent, "The phone did not ask before it used the passkey"},
    {WebAuthnError::UserNotVerified, "The phone did not check who used the passkey"},
    {WebAuthnError::OtherPasskey, "The answer comes from another passkey"},
    {WebAuthnError::StoredKeyUnusable, "The passkey was not stored whole; it has to be enrolled again"},
    {WebAuthnError::SignatureMismatch, "The signature was made by another passkey or over other data"},
}};

} // namespace

std::optional<PasskeyAlgorithm> passkeyAlgorithmFrom(std::int64_t number) {
    for (const auto algorithm : {PasskeyAlgorithm::Es256, PasskeyAlgorithm::EdDsa, PasskeyAlgorithm::Rs256}) {
        if (static_cast<std::int64_t>(algorithm) == number) return algorithm;
    }
    return std::nullopt;
}

std::string_view toText(WebAuthnError error) {
    for (const auto& [value, sentence] : kSentences) {
        if (value == error) return sentence;
    }
    return "The passkey is refused";
}

bool isMalformed(WebAuthnError error) {
    return error <= WebAuthnError::RsaKeyUnsupported; // the last one of that part of the list
}

Result<Passkey, WebAuthnError> verifyRegistration(const PasskeyRegistration& registration,
                                                  std::string_view challenge, const RelyingParty& us) {
    if (registration.clientData.size() > PasskeyLimits::mostClientData ||
        registration.attestationObject.size() > PasskeyLimits::mostAttestationObject) {
        return Failure{WebAuthnError::TooLarge};
    }
    const auto asked = checkClientData(registration.clientData, Ceremony::Registration, challenge, us.origin);
    if (!asked) return Failure{asked.error()};

    ByteView rest = registration.attestationObject;
    const auto object = cbor::takeItem(rest);
    const auto member = object && rest.empty() ? cbor::memberOf(*object, "authData") : std::nullopt;
    const auto bytes = member ? cbor::bytesIn(*member) : std::nullopt;
    if (!bytes) return Failure{WebAuthnError::AttestationObjectMalformed};
    const auto data = AuthenticatorData::parse(*bytes);
    if (!data) return Failure{data.error()};
    const auto forUs = checkMadeForUs(*data, us);
    if (!forUs) return Failure{forUs.error()};

    if (!data->attestedKey) return Failure{WebAuthnError::AuthenticatorDataMalformed};
    const ByteView id = data->attestedKey->credentialId;
    if (id.size() < PasskeyLimits::leastCredentialId || id.size() > PasskeyLimits::mostCredentialId) {
        return Failure{WebAuthnError::CredentialIdLength};
    }
    const auto key = readAttestedKey(*data);
    if (!key) return Failure{key.error()};
    return Passkey{{Credential::Kind::Passkey, toBase64Url(id)}, key->algorithm, key->text, data->counter};
}

Result<ProvenPasskey, WebAuthnError> verifyAssertion(const PasskeyAssertion& assertion,
                                                     std::string_view challenge, const RelyingParty& us,
                                                     const Passkey& enrolled) {
    if (assertion.credentialId.size() > PasskeyLimits::mostCredentialId ||
        assertion.clientData.size() > PasskeyLimits::mostClientData ||
        assertion.authenticatorData.size() > PasskeyLimits::mostAuthenticatorData ||
        assertion.signature.size() > PasskeyLimits::mostSignature) {
        return Failure{WebAuthnError::TooLarge};
    }
    if (toBase64Url(assertion.credentialId) != enrolled.credential.text) {
        return Failure{WebAuthnError::OtherPasskey};
    }
    const auto asked = checkClientData(assertion.clientData, Ceremony::Assertion, challenge, us.origin);
    if (!asked) return Failure{asked.error()};
    const auto data = AuthenticatorData::parse(assertion.authenticatorData);
    if (!data) return Failure{data.error()};
    if (data->attestedKey) return Failure{WebAuthnError::AuthenticatorDataMalformed};
    const auto forUs = checkMadeForUs(*data, us);
    if (!forUs) return Failure{forUs.error()};
    const auto verified = verifySignature({enrolled.algorithm, enrolled.publicKey}, *data,
                                          assertion.clientData, assertion.signature, us);
    if (!verified) return Failure{verified.error()};

    const bool counts = data->counter != 0 || enrolled.counter != 0;
    return ProvenPasskey{enrolled.credential, data->counter, counts && data->counter <= enrolled.counter};
}

} // namespace latchkey
