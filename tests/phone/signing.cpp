#include "tests/phone/signing.h"

#include <secp256k1.h>

#include <stdexcept>

namespace latchkey::phone {

namespace {

// Bitcoin's CompactSize: the size itself below 253, else a marker and a little-endian number.
void appendCompactSize(Bytes& out, std::uint64_t size) {
    const auto appendLittleEndian = [&out, size](int bytes) {
        for (int byte = 0; byte < bytes; ++byte) out.push_back(static_cast<std::uint8_t>(size >> 8 * byte));
    };
    if (size < 253) return appendLittleEndian(1);
    if (size <= 0xffff) {
        out.push_back(253);
        return appendLittleEndian(2);
    }
    if (size <= 0xffffffff) {
        out.push_back(254);
        return appendLittleEndian(4);
    }
    out.push_back(255);
    appendLittleEndian(8);
}

// What is signed is prefixed, so that a message can never be a Bitcoin transaction.
Hash256 signedMessageHash(std::string_view message) {
    constexpr std::string_view kMagic = "\x18"
                                        "Bitcoin Signed Message:\n";
    Bytes bytes(kMagic.begin(), kMagic.end());
    appendCompactSize(bytes, message.size());
    bytes.insert(bytes.end(), message.begin(), message.end());
    return doubleSha256(bytes);
}

int firstHeader(AddressKind kind) {
    switch (kind) {
    case AddressKind::P2pkhUncompressed:
        return 27;
    case AddressKind::P2pkh:
        return 31;
    case AddressKind::P2shP2wpkh:
        return 35;
    case AddressKind::P2wpkh:
        return 39;
    }
    throw std::logic_error("an address kind without a header");
}

Bytes toDer(const EcdsaSignature& signature) {
    secp256k1_ecdsa_signature parsed;
    Bytes der(72); // no DER signature of this curve is longer
    std::size_t size = der.size();
    if (!secp256k1_ecdsa_signature_parse_compact(secp256k1_context_static, &parsed,
                                                 signature.compact.data()) ||
        !secp256k1_ecdsa_signature_serialize_der(secp256k1_context_static, der.data(), &size, &parsed)) {
        throw std::logic_error("a signature of ours is not one");
    }
    der.resize(size);
    return der;
}

} // namespace

std::string signMessage(const WalletKey& key, std::string_view message, AddressKind kind) {
    const EcdsaSignature signature = key.sign(signedMessageHash(message));
    Bytes bytes{static_cast<std::uint8_t>(firstHeader(kind) + signature.recoveryId)};
    bytes.insert(bytes.end(), signature.compact.begin(), signature.compact.end());
    return toBase64(bytes);
}

std::string signChallenge(const WalletKey& key, std::string_view challenge, SignatureForm form) {
    return signHash(key, sha256(asBytes(challenge)), form);
}

std::string signHash(const WalletKey& key, const Hash256& hash, SignatureForm form) {
    const EcdsaSignature signature = key.sign(hash);
    return form == SignatureForm::Compact ? toHex(signature.compact) : toHex(toDer(signature));
}

} // namespace latchkey::phone
