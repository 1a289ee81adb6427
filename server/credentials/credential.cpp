#include "server/credentials/credential.h"

#include "server/credentials/address.h"
#include "server/credentials/curve.h"

#include <array>
#include <utility>

namespace latchkey {

namespace {

constexpr std::array<std::pair<ProofError, std::string_view>, 18> kSentences{{
    {ProofError::AddressMalformed, "This is not a Bitcoin address"},
    {ProofError::AddressChecksum, "The address is mistyped: its checksum does not fit"},
    {ProofError::AddressOtherNetwork,
     "The address belongs to a test network or to another coin, not to Bitcoin"},
    {ProofError::AddressKindUnsupported,
     "No signed message can prove an address of this kind; take one of a single key, such as bc1q… with 42 "
     "characters"},
    {ProofError::PublicKeyNotHex, "The public key is not written in pairs of hex digits"},
    {ProofError::PublicKeyLength, "The public key is neither 33 nor 65 bytes long"},
    {ProofError::PublicKeyNotCompressed, "The public key is not in its compressed form of 33 bytes"},
    {ProofError::PublicKeyNotOnCurve, "The public key is not a point of the curve secp256k1"},
    {ProofError::ChallengeNotK1, "The challenge k1 is not 32 bytes in hex"},
    {ProofError::SignatureNotBase64, "The signature is not base64"},
    {ProofError::SignatureNotHex, "The signature is not written in pairs of hex digits"},
    {ProofError::SignatureLength, "The signature has the wrong length"},
    {ProofError::SignatureHeader, "The signature's first byte is not one of a signed message, 27 to 42"},
    {ProofError::SignatureNotStrictDer, "The signature is not strict DER"},
    {ProofError::SignatureOutOfRange, "The signature has a number that is zero or too large"},
    {ProofError::HeaderAddressMismatch,
     "The signature was made for another kind of address than the given one"},
    {ProofError::KeyNotRecovered, "No key can have made this signature"},
    {ProofError::SignatureMismatch, "The signature was made by another key or over another message"},
}};

} // namespace

std::string_view toText(Credential::Kind kind) {
    switch (kind) {
    case Credential::Kind::Address:
        return "address";
    case Credential::Kind::PublicKey:
        return "public_key";
    case Credential::Kind::Page:
        return "page";
    case Credential::Kind::Passkey:
        return "passkey";
    case Credential::Kind::Wallet:
        break;
    }
    return "wallet";
}

std::string_view toText(ProofError error) {
    for (const auto& [value, sentence] : kSentences) {
        if (value == error) return sentence;
    }
    return "The proof is refused";
}

bool isMalformed(ProofError error) {
    return error != ProofError::HeaderAddressMismatch && error != ProofError::KeyNotRecovered &&
           error != ProofError::SignatureMismatch;
}

Result<Credential, ProofError> parseAddress(std::string_view text) {
    const auto address = addressFrom(text);
    if (!address) return Failure{address.error()};
    return Credential{Credential::Kind::Address, toText(*address)};
}

Result<Credential, ProofError> parsePublicKey(std::string_view text) {
    const auto key = publicKeyFrom(text);
    if (!key) return Failure{key.error()};
    return Credential{Credential::Kind::PublicKey, toHex(toBytes(*key, KeyForm::Compressed))};
}

} // namespace latchkey
