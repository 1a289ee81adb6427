#include "tests/phone/hd_key.h"

#include <openssl/crypto.h>
#include <secp256k1.h>

#include <algorithm>
#include <stdexcept>

namespace latchkey::phone {

namespace {

constexpr std::string_view kSeedKey = "Bitcoin seed";

// The two halves of what HMAC-SHA-512 gives.
struct Halves {
    Hash256 left{};
    Hash256 right{};

    explicit Halves(const Hash512& whole) {
        std::copy_n(whole.begin(), left.size(), left.begin());
        std::copy_n(whole.begin() + left.size(), right.size(), right.begin());
    }
};

} // namespace

HdKey HdKey::master(ByteView seed) {
    const Halves halves(hmacSha512(asBytes(kSeedKey), seed));
    if (!secp256k1_ec_seckey_verify(secp256k1_context_static, halves.left.data())) {
        throw std::runtime_error("this seed has no master key (BIP-32)");
    }
    return {halves.left, halves.right};
}

HdKey::~HdKey() {
    OPENSSL_cleanse(m_secret.data(), m_secret.size());
}

HdKey HdKey::child(std::uint32_t number) const {
    Bytes data;
    if (number >= kHardened) {
        data.push_back(0);
        data.insert(data.end(), m_secret.begin(), m_secret.end());
    } else {
        const auto publicKey = key().publicKey().compressed;
        data.assign(publicKey.begin(), publicKey.end());
    }
    for (int shift = 24; shift >= 0; shift -= 8) data.push_back(static_cast<std::uint8_t>(number >> shift));
    const Halves halves(hmacSha512(m_chainCode, data));
    OPENSSL_cleanse(data.data(), data.size());
    HdKey child(m_secret, halves.right);
    if (!secp256k1_ec_seckey_tweak_add(secp256k1_context_static, child.m_secret.data(), halves.left.data())) {
        throw std::runtime_error("this key has no child of that number (BIP-32)");
    }
    return child;
}

HdKey HdKey::descendant(std::span<const std::uint32_t> path) const {
    HdKey descendant = *this;
    for (const std::uint32_t number : path) descendant = descendant.child(number);
    return descendant;
}

WalletKey HdKey::key() const {
    return *WalletKey::parse(SecretKeyText(toHex(m_secret)));
}

} // namespace latchkey::phone
