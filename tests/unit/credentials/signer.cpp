#include "signer.h"

#include "common/bech32.h"
#include "server/credentials/base58.h"
#include "server/credentials/hashing.h"

#include <QCryptographicHash>
#include <secp256k1.h>
#include <secp256k1_recovery.h>

#include <algorithm>
#include <memory>

namespace latchkey {

namespace {

struct DestroyContext {
    void operator()(secp256k1_context* context) const { secp256k1_context_destroy(context); }
};

// Signing needs more than the library's static context.
const secp256k1_context* signingContext() {
    static const std::unique_ptr<secp256k1_context, DestroyContext> context(
        secp256k1_context_create(SECP256K1_CONTEXT_NONE));
    return context.get();
}

Bytes serialise(const secp256k1_pubkey& key, unsigned int form) {
    Bytes bytes(65);
    std::size_t size = bytes.size();
    secp256k1_ec_pubkey_serialize(signingContext(), bytes.data(), &size, &key, form);
    bytes.resize(size);
    return bytes;
}

Bytes publicKeyOf(const Number& secret, unsigned int form) {
    secp256k1_pubkey key;
    if (secp256k1_ec_pubkey_create(signingContext(), &key, secret.data()) != 1) qFatal("no such key");
    return serialise(key, form);
}

struct RecoverableSignature {
    Bytes compact;
    int recoveryId = 0;
};

RecoverableSignature signWith(const Number& secret, const Number& digest) {
    secp256k1_ecdsa_recoverable_signature signature;
    RecoverableSignature result{Bytes(64), 0};
    secp256k1_ecdsa_sign_recoverable(signingContext(), &signature, digest.data(), secret.data(), nullptr,
                                     nullptr);
    secp256k1_ecdsa_recoverable_signature_serialize_compact(signingContext(), result.compact.data(),
                                                            &result.recoveryId, &signature);
    return result;
}

std::string compactSize(std::size_t size) {
    const auto byte = [&](int index) { return static_cast<char>(size >> (8 * index)); };
    if (size < 253) return {byte(0)};
    if (size < 65536) return {'\xfd', byte(0), byte(1)};
    return {'\xfe', byte(0), byte(1), byte(2), byte(3)};
}

} // namespace

Number sha256Of(std::string_view bytes) {
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), QCryptographicHash::Sha256);
    Number number{};
    std::copy(hash.begin(), hash.end(), number.begin());
    return number;
}

Number signedMessageDigest(std::string_view message) {
    const std::string prefixed =
        "\030Bitcoin Signed Message:\n" + compactSize(message.size()) + std::string(message);
    const Number once = sha256Of(prefixed);
    return sha256Of({reinterpret_cast<const char*>(once.data()), once.size()});
}

Number negated(const Number& s) {
    Number result = s;
    if (secp256k1_ec_seckey_negate(signingContext(), result.data()) != 1) qFatal("zero has no negative");
    return result;
}

Bytes toDer(ByteView compact) {
    secp256k1_ecdsa_signature signature;
    Bytes der(72);
    std::size_t size = der.size();
    if (secp256k1_ecdsa_signature_parse_compact(signingContext(), &signature, compact.data()) != 1 ||
        secp256k1_ecdsa_signature_serialize_der(signingContext(), der.data(), &size, &signature) != 1) {
        qFatal("not a signature");
    }
    der.resize(size);
    return der;
}

std::string base64Of(Scheme scheme, int recoveryId, ByteView compact) {
    Bytes signature{static_cast<std::uint8_t>(27 + 4 * static_cast<int>(scheme) + recoveryId)};
    signature.insert(signature.end(), compact.begin(), compact.end());
    return toBase64(signature);
}

Bytes keyThatSigned(ByteView compact, const Number& digest) {
    secp256k1_ecdsa_recoverable_signature signature;
    secp256k1_pubkey key;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(signingContext(), &signature, compact.data(),
                                                            0) != 1 ||
        secp256k1_ecdsa_recover(signingContext(), &key, &signature, digest.data()) != 1) {
        return {};
    }
    return serialise(key, SECP256K1_EC_COMPRESSED);
}

Signer::Signer(std::uint32_t seed) : m_secret(sha256Of("Latchkey test key " + std::to_string(seed))) {}

Bytes Signer::publicKey() const {
    return publicKeyOf(m_secret, SECP256K1_EC_COMPRESSED);
}

Bytes Signer::uncompressedPublicKey() const {
    return publicKeyOf(m_secret, SECP256K1_EC_UNCOMPRESSED);
}

std::string Signer::address(Scheme scheme) const {
    const Hash160 keyHash = hash160(publicKey());
    switch (scheme) {
    case Scheme::P2pkhUncompressed:
        return toBase58Check({0x00, hash160(uncompressedPublicKey())});
    case Scheme::P2pkhCompressed:
        return toBase58Check({0x00, keyHash});
    case Scheme::P2shP2wpkh: {
        const auto script = fromHex("0014" + toHex(keyHash));
        return toBase58Check({0x05, hash160(*script)});
    }
    case Scheme::P2wpkh:
        break;
    }
    Bytes groups = toFiveBitGroups(keyHash);
    groups.insert(groups.begin(), 0);
    return toBech32({"bc", groups, Bech32::Checksum::Bip173});
}

Bytes Signer::sign(const Number& digest) const {
    return signWith(m_secret, digest).compact;
}

std::string Signer::signMessage(Scheme scheme, std::string_view message) const {
    const auto signature = signWith(m_secret, signedMessageDigest(message));
    return base64Of(scheme, signature.recoveryId, signature.compact);
}

std::string Signer::signMessageWithHighS(Scheme scheme, std::string_view message) const {
    auto signature = signWith(m_secret, signedMessageDigest(message));
    Number s{};
    std::copy(signature.compact.begin() + 32, signature.compact.end(), s.begin());
    s = negated(s);
    std::copy(s.begin(), s.end(), signature.compact.begin() + 32);
    return base64Of(scheme, signature.recoveryId ^ 1, signature.compact);
}

} // namespace latchkey
