#include "tests/phone/wallet_key.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <secp256k1.h>
#include <secp256k1_recovery.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace latchkey::phone {

namespace {

struct DestroyContext {
    void operator()(secp256k1_context* context) const { secp256k1_context_destroy(context); }
};
using Context = std::unique_ptr<secp256k1_context, DestroyContext>;

// A context blinded against timing and power side channels, as the library asks for before a secret is used.
Context blindedContext() {
    Context context(secp256k1_context_create(SECP256K1_CONTEXT_NONE));
    std::array<std::uint8_t, 32> seed{};
    if (RAND_bytes(seed.data(), seed.size()) != 1 ||
        !secp256k1_context_randomize(context.get(), seed.data())) {
        throw std::runtime_error("the system's random source gives nothing");
    }
    return context;
}

bool isSecretKey(const std::array<std::uint8_t, 32>& secret) {
    return secp256k1_ec_seckey_verify(secp256k1_context_static, secret.data()) == 1;
}

template <class Serialised>
void serialise(Serialised& out, const secp256k1_pubkey& key, unsigned int flags) {
    std::size_t size = out.size();
    secp256k1_ec_pubkey_serialize(secp256k1_context_static, out.data(), &size, &key, flags);
}

} // namespace

Result<WalletKey, std::string> WalletKey::generate() {
    Secret secret{};
    do {
        if (RAND_priv_bytes(secret.data(), secret.size()) != 1) {
            return Failure{std::string("the system's random source gives nothing")};
        }
    } while (!isSecretKey(secret));
    WalletKey key(secret);
    OPENSSL_cleanse(secret.data(), secret.size());
    return key;
}

Result<WalletKey, std::string> WalletKey::parse(const SecretKeyText& hex) {
    Secret secret{};
    Bytes bytes = fromHex(hex.reveal()).value_or(Bytes{});
    const bool fits = bytes.size() == secret.size();
    if (fits) std::ranges::copy(bytes, secret.begin());
    OPENSSL_cleanse(bytes.data(), bytes.size());
    if (!fits) return Failure{std::string("a secret key is 64 hex digits")};
    if (!isSecretKey(secret)) {
        return Failure{std::string("it is zero or too large: no secp256k1 key has this number")};
    }
    WalletKey key(secret);
    OPENSSL_cleanse(secret.data(), secret.size());
    return key;
}

WalletKey::WalletKey(const Secret& secret) : m_secret(secret) {
    secp256k1_pubkey key;
    if (!secp256k1_ec_pubkey_create(blindedContext().get(), &key, m_secret.data())) {
        throw std::logic_error("a secret key was not checked before it was used");
    }
    serialise(m_publicKey.compressed, key, SECP256K1_EC_COMPRESSED);
    serialise(m_publicKey.uncompressed, key, SECP256K1_EC_UNCOMPRESSED);
}

WalletKey::WalletKey(WalletKey&& other) noexcept : m_secret(other.m_secret), m_publicKey(other.m_publicKey) {
    OPENSSL_cleanse(other.m_secret.data(), other.m_secret.size());
}

WalletKey& WalletKey::operator=(WalletKey&& other) noexcept {
    if (this != &other) {
        m_secret = other.m_secret;
        m_publicKey = other.m_publicKey;
        OPENSSL_cleanse(other.m_secret.data(), other.m_secret.size());
    }
    return *this;
}

WalletKey::~WalletKey() {
    OPENSSL_cleanse(m_secret.data(), m_secret.size());
}

EcdsaSignature WalletKey::sign(const Hash256& hash) const {
    secp256k1_ecdsa_recoverable_signature recoverable;
    if (!secp256k1_ecdsa_sign_recoverable(blindedContext().get(), &recoverable, hash.data(), m_secret.data(),
                                          nullptr, nullptr)) {
        throw std::logic_error("a key that was moved from can not sign");
    }
    EcdsaSignature signature;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(
        secp256k1_context_static, signature.compact.data(), &signature.recoveryId, &recoverable);
    return signature;
}

SecretKeyText WalletKey::secretText() const {
    return SecretKeyText(toHex(m_secret));
}

} // namespace latchkey::phone
