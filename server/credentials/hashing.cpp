#include "server/credentials/hashing.h"

#include <openssl/evp.h>

#include <stdexcept>

namespace latchkey {

namespace {

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
    return hashWith<32>(EVP_sha256(), bytes);
}

Digest sha256d(ByteView bytes) {
    return sha256(sha256(bytes));
}

Hash160 hash160(ByteView bytes) {
    return hashWith<20>(EVP_ripemd160(), sha256(bytes));
}

} // namespace latchkey
