#include "tests/phone/hashes.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

namespace latchkey::phone {

namespace {

template <class Hash>
Hash digest(ByteView bytes, const EVP_MD* algorithm) {
    Hash hash{};
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, algorithm, nullptr) != 1) {
        throw std::runtime_error("OpenSSL refuses a hash function that Bitcoin needs (SHA-256, RIPEMD-160)");
    }
    return hash;
}

template <class Hash>
Hash hmac(ByteView key, ByteView message, const EVP_MD* algorithm) {
    Hash hash{};
    if (HMAC(algorithm, key.data(), static_cast<int>(key.size()), message.data(), message.size(), hash.data(),
             nullptr) == nullptr) {
        throw std::runtime_error("OpenSSL refuses HMAC");
    }
    return hash;
}

} // namespace

Hash256 sha256(ByteView bytes) {
    return digest<Hash256>(bytes, EVP_sha256());
}

Hash256 doubleSha256(ByteView bytes) {
    return sha256(sha256(bytes));
}

Hash160 hash160(ByteView bytes) {
    return digest<Hash160>(sha256(bytes), EVP_ripemd160());
}

Hash256 hmacSha256(ByteView key, ByteView message) {
    return hmac<Hash256>(key, message, EVP_sha256());
}

Hash512 hmacSha512(ByteView key, ByteView message) {
    return hmac<Hash512>(key, message, EVP_sha512());
}

} // namespace latchkey::phone
