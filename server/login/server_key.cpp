#include "server/login/server_key.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <algorithm>
#include <stdexcept>

namespace latchkey {

// To look the algorithm up and set the key takes longer than all else: it is done once.
DerivedKey::DerivedKey(const std::array<std::uint8_t, kSize>& bytes) {
    const std::unique_ptr<EVP_MAC, decltype(&::EVP_MAC_free)> hmac(
        ::EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr), &::EVP_MAC_free);
    std::string digest = "SHA256";
    const std::array parameters{
        ::OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        ::OSSL_PARAM_construct_end()};
    m_keyed.reset(::EVP_MAC_CTX_new(hmac.get()), &::EVP_MAC_CTX_free);
    if (::EVP_MAC_init(m_keyed.get(), bytes.data(), bytes.size(), parameters.data()) != 1)
        throw std::runtime_error("there is no HMAC-SHA-256");
}

Bytes DerivedKey::mac(ByteView message, std::size_t size) const {
    const std::unique_ptr<EVP_MAC_CTX, decltype(&::EVP_MAC_CTX_free)> context(
        ::EVP_MAC_CTX_dup(m_keyed.get()), &::EVP_MAC_CTX_free);
    Bytes tag(kSize);
    std::size_t length = 0;
    if (!context || ::EVP_MAC_update(context.get(), message.data(), message.size()) != 1 ||
        ::EVP_MAC_final(context.get(), tag.data(), &length, tag.size()) != 1)
        throw std::runtime_error("HMAC-SHA-256 failed");
    tag.resize(std::min(size, length));
    return tag;
}

ServerKey::ServerKey(const Bytes32& bytes)
    : m_bytes(new Bytes32(bytes),
              [](const Bytes32* last) {
                  OPENSSL_cleanse(const_cast<Bytes32*>(last)->data(), last->size());
                  delete last;
              }),
      m_root(bytes) {}

ServerKey ServerKey::generate(const RandomFill& random) {
    Bytes32 bytes{};
    random(bytes);
    ServerKey key(bytes);
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return key;
}

std::optional<ServerKey> ServerKey::parse(std::string_view hex) {
    auto read = fromHex(hex);
    if (!read || read->size() != DerivedKey::kSize) return std::nullopt;
    Bytes32 bytes{};
    std::ranges::copy(*read, bytes.begin());
    OPENSSL_cleanse(read->data(), read->size());
    ServerKey key(bytes);
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return key;
}

DerivedKey ServerKey::derive(std::string_view purpose) const {
    // RFC 5869 §2.2 and §2.3 for one block: no salt is needed, the input is uniformly random.
    Bytes info(purpose.begin(), purpose.end());
    info.push_back(1);
    const Bytes block = m_root.mac(info, DerivedKey::kSize);
    Bytes32 key{};
    std::ranges::copy(block, key.begin());
    return DerivedKey(key);
}

std::string ServerKey::id() const {
    constexpr std::size_t kIdBytes = 4;
    return toHex(derive("latchkey key id v1").mac({}, kIdBytes));
}

std::string ServerKey::reveal() const {
    return toHex(*m_bytes);
}

RandomFill systemRandom() {
    return [](std::span<std::uint8_t> bytes) {
        if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
            throw std::runtime_error("the system's random source failed");
        }
    };
}

std::string sha256Hex(std::string_view text) {
    std::array<std::uint8_t, 32> digest{};
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 failed");
    }
    return toHex(digest);
}

} // namespace latchkey
