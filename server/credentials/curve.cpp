#include "server/credentials/curve.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::size_t kCompressedSize = 33;
constexpr std::size_t kUncompressedSize = 65;

bool isZero(ByteView number) {
    return std::all_of(number.begin(), number.end(), [](std::uint8_t byte) { return byte == 0; });
}

} // namespace

const secp256k1_context* curve() {
    static const secp256k1_context* const context = [] {
        secp256k1_selftest(); // ends the program if the library was built wrongly for this machine
        return secp256k1_context_static;
    }();
    return context;
}

Result<secp256k1_pubkey, ProofError> publicKeyFrom(std::string_view hex) {
    const auto bytes = fromHex(hex);
    if (!bytes) return Failure{ProofError::PublicKeyNotHex};
    if (bytes->size() != kCompressedSize && bytes->size() != kUncompressedSize) {
        return Failure{ProofError::PublicKeyLength};
    }
    // libsecp256k1 would take hybrid keys (prefix 06, 07) too.
    const bool isHybrid =
        bytes->size() == kUncompressedSize && bytes->front() != SECP256K1_TAG_PUBKEY_UNCOMPRESSED;
    secp256k1_pubkey key;
    if (isHybrid || secp256k1_ec_pubkey_parse(curve(), &key, bytes->data(), bytes->size()) != 1) {
        return Failure{ProofError::PublicKeyNotOnCurve};
    }
    return key;
}

Bytes toBytes(const secp256k1_pubkey& key, KeyForm form) {
    const bool isCompressed = form == KeyForm::Compressed;
    Bytes bytes(isCompressed ? kCompressedSize : kUncompressedSize);
    std::size_t size = bytes.size();
    secp256k1_ec_pubkey_serialize(curve(), bytes.data(), &size, &key,
                                  isCompressed ? SECP256K1_EC_COMPRESSED : SECP256K1_EC_UNCOMPRESSED);
    return bytes;
}

Result<secp256k1_ecdsa_signature, ProofError> signatureFrom(const CompactSignature& compact) {
    const ByteView numbers(compact);
    secp256k1_ecdsa_signature signature;
    if (isZero(numbers.first(32)) || isZero(numbers.last(32)) ||
        secp256k1_ecdsa_signature_parse_compact(curve(), &signature, compact.data()) != 1) {
        return Failure{ProofError::SignatureOutOfRange};
    }
    return signature;
}

Outcome<ProofError> checkSignature(const CompactSignature& compact, const secp256k1_pubkey& key,
                                   const Digest& digest) {
    auto signature = signatureFrom(compact);
    if (!signature) return Failure{signature.error()};
    // libsecp256k1 verifies low s only; the same signature has both.
    secp256k1_ecdsa_signature_normalize(curve(), &*signature, &*signature);
    if (secp256k1_ecdsa_verify(curve(), &*signature, digest.data(), &key) != 1) {
        return Failure{ProofError::SignatureMismatch};
    }
    return {};
}

} // namespace latchkey
