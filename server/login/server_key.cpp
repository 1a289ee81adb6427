#include "server/login/server_key.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <vector>

namespace latchkey {

// Keyed contexts, one for each thread that is at it. To look the algorithm up and set the key takes longer
// than all else and is done once; to copy a context takes as long as a message, and is done once for each.
class DerivedKey::Contexts {
  public:
    using Context = std::unique_ptr<EVP_MAC_CTX, decltype(&::EVP_MAC_CTX_free)>;

    explicit Contexts(Context keyed) : m_keyed(std::move(keyed)) {}

    Context take() {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty()) return {::EVP_MAC_CTX_dup(m_keyed.get()), &::EVP_MAC_CTX_free};
        Context context = std::move(m_idle.back());
        m_idle.pop_back();
        return context;
    }
    void giveBack(Context context) {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(context));
    }

  private:
    const Context m_keyed; // is copied, and never used itself
    std::mutex m_mutex;    // guards the next one
    std::vector<Context> m_idle;
};

DerivedKey::DerivedKey(const std::array<std::uint8_t, kSize>& bytes) {
    const std::unique_ptr<EVP_MAC, decltype(&::EVP_MAC_free)> hmac(
        ::EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr), &::EVP_MAC_free);
    std::string digest = "SHA256";
    const std::array parameters{
        ::OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        ::OSSL_PARAM_construct_end()};
    Contexts::Context keyed(::EVP_MAC_CTX_new(hmac.get()), &::EVP_MAC_CTX_free);
    if (::EVP_MAC_init(keyed.get(), bytes.data(), bytes.size(), parameters.data()) != 1)
        throw std::runtime_error("there is no HMAC-SHA-256");
    m_contexts = std::make_shared<Contexts>(std::move(keyed));
}

Bytes DerivedKey::mac(ByteView message, std::size_t size) const {
    Contexts::Context context = m_contexts->take();
    Bytes tag(kSize);
    std::size_t length = 0;
    // Without a key: begins anew with the one that it has.
    if (!context || ::EVP_MAC_init(context.get(), nullptr, 0, nullptr) != 1 ||
        ::EVP_MAC_update(context.get(), message.data(), message.size()) != 1 ||
        ::EVP_MAC_final(context.get(), tag.data(), &length, tag.size()) != 1)
        throw std::runtime_error("HMAC-SHA-256 failed");
    m_contexts->giveBack(std::move(context));
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
