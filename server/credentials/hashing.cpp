#include "server/credentials/hashing.h"

#include <openssl/evp.h>

#include <stdexcept>
#include <string>

namespace latchkey {

namespace {

// To be kept: to look an algorithm up takes as long as to hash a short text with it.
const EVP_MD* lookUp(const char* name) {
    const EVP_MD* algorithm = EVP_MD_fetch(nullptr, name, nullptr);
    if (!algorithm) throw std::runtime_error("OpenSSL has no " + std::string(name));
    return algorithm;
}

template <std::size_t Size>
std::array<std::uint8_t, Size> hashWith(const EVP_MD* algorithm, ByteView bytes) {
    std::array<std::uint8_t, Size> hash{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, algorithm, nullptr) != 1 || size != Size) {
        throw std::runtime_error("OpenSSL could not compute a hash");
    }
    return hash;
}

} // namespace

Digest sha256(ByteView bytes) {
    static const EVP_MD* const algorithm = lookUp("SHA256");
    return hashWith<32>(algorithm, bytes);
}

Digest sha256d(ByteView bytes) {
    return sha256(sha256(bytes));
}

Hash160 hash160(ByteView bytes) {
    static const EVP_MD* const algorithm = lookUp("RIPEMD160");
    return hashWith<20>(algorithm, sha256(bytes));
}

} // namespace latchkey
