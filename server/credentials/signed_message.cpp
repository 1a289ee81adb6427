#include "server/credentials/signed_message.h"

#include "server/credentials/address.h"
#include "server/credentials/curve.h"

#include <secp256k1_recovery.h>

#include <algorithm>
#include <optional>

namespace latchkey {

namespace {

constexpr std::size_t kSignatureSize = 65;

// What the first byte of a signature says (BIP-137).
struct Header {
    Address::Kind kind;
    KeyForm form;
    int recoveryId; // which of the up to four keys that give this signature
};

std::optional<Header> headerFrom(std::uint8_t byte) {
    if (byte < 27 || byte > 42) return std::nullopt;
    const int recoveryId = (byte - 27) % 4;
    if (byte < 31) return Header{Address::Kind::P2pkh, KeyForm::Uncompressed, recoveryId};
    if (byte < 35) return Header{Address::Kind::P2pkh, KeyForm::Compressed, recoveryId};
    if (byte < 39) return Header{Address::Kind::P2sh, KeyForm::Compressed, recoveryId};
    return Header{Address::Kind::P2wpkh, KeyForm::Compressed, recoveryId};
}

// Bitcoin's variable-length integer, little-endian.
std::string compactSize(std::uint64_t size) {
    if (size < 253) return {static_cast<char>(size)};
    const int width = size <= 0xffff ? 2 : size <= 0xffffffff ? 4 : 8;
    std::string text{static_cast<char>(width == 2 ? 253 : width == 4 ? 254 : 255)};
    for (int i = 0; i < width; ++i) text += static_cast<char>(size >> (8 * i) & 0xff);
    return text;
}

// The prefix keeps a signed message from ever being a signed transaction.
Digest digestOf(std::string_view message) {
    std::string text = '\x18' + std::string("Bitcoin Signed Message:\n") + compactSize(message.size());
    text += message;
    return sha256d(asBytes(text));
}

std::optional<secp256k1_pubkey> recover(const CompactSignature& compact, int recoveryId,
                                        const Digest& digest) {
    secp256k1_ecdsa_recoverable_signature signature;
    secp256k1_pubkey key;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(curve(), &signature, compact.data(),
                                                            recoveryId) != 1 ||
        secp256k1_ecdsa_recover(curve(), &key, &signature, digest.data()) != 1) {
        return std::nullopt;
    }
    return key;
}

Hash160 addressHash(const secp256k1_pubkey& key, const Header& header) {
    const Hash160 keyHash = hash160(toBytes(key, header.form));
    if (header.kind != Address::Kind::P2sh) return keyHash;
    Bytes script{0x00, 0x14}; // BIP-141: witness version 0, then a push of 20 bytes
    script.insert(script.end(), keyHash.begin(), keyHash.end());
    return hash160(script);
}

struct Signature {
    Header header;
    CompactSignature compact;
};

Result<Signature, ProofError> signatureFromBase64(std::string_view text) {
    const auto bytes = fromBase64(text);
    if (!bytes) return Failure{ProofError::SignatureNotBase64};
    if (bytes->size() != kSignatureSize) return Failure{ProofError::SignatureLength};
    const auto header = headerFrom(bytes->front());
    if (!header) return Failure{ProofError::SignatureHeader};
    Signature signature{*header, {}};
    std::copy(bytes->begin() + 1, bytes->end(), signature.compact.begin());
    const auto inRange = signatureFrom(signature.compact);
    if (!inRange) return Failure{inRange.error()};
    return signature;
}

} // namespace

Result<Credential, ProofError> verifySignedMessage(std::string_view address, std::string_view signature,
                                                   std::string_view message) {
    const auto claimed = addressFrom(address);
    if (!claimed) return Failure{claimed.error()};
    const auto given = signatureFromBase64(signature);
    if (!given) return Failure{given.error()};
    if (given->header.kind != claimed->kind) return Failure{ProofError::HeaderAddressMismatch};
    const auto key = recover(given->compact, given->header.recoveryId, digestOf(message));
    if (!key) return Failure{ProofError::KeyNotRecovered};
    if (addressHash(*key, given->header) != claimed->hash) return Failure{ProofError::SignatureMismatch};
    return Credential{Credential::Kind::Address, toText(*claimed)};
}

} // namespace latchkey
