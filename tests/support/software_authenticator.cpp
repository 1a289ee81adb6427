#include "tests/support/software_authenticator.h"

#include "tests/support/cbor_writer.h"

#include <QtGlobal>
#include <nlohmann/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>

namespace latchkey {

namespace {

using Algorithm = SoftwareAuthenticator::Algorithm;
namespace cbor = cbor_writer;

constexpr std::uint32_t kRsaExponent = 65537;
constexpr std::size_t kRsaPrimeSize = 128; // bytes
constexpr std::size_t kCoordinateSize = 32;

struct Free {
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(BN_CTX* context) const { BN_CTX_free(context); }
    void operator()(EC_GROUP* group) const { EC_GROUP_free(group); }
    void operator()(EC_POINT* point) const { EC_POINT_free(point); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }
    void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

void require(bool succeeded, const char* what) {
    if (!succeeded) qFatal("OpenSSL could not %s", what);
}

Bytes sha256Of(ByteView bytes) {
    Bytes digest(32);
    require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) == 1,
            "hash");
    return digest;
}

// So many bytes that depend on nothing but the purpose and the seed.
Bytes derive(std::string_view purpose, std::uint32_t seed, std::size_t size) {
    Bytes bytes;
    for (int block = 0; bytes.size() < size; ++block) {
        const std::string label =
            std::string(purpose) + ' ' + std::to_string(seed) + ' ' + std::to_string(block);
        const Bytes digest = sha256Of(asBytes(label));
        bytes.insert(bytes.end(), digest.begin(), digest.end());
    }
    bytes.resize(size);
    return bytes;
}

Owned<BIGNUM> numberFrom(ByteView bytes) {
    return Owned<BIGNUM>(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

EVP_PKEY* keyFrom(const char* type, OSSL_PARAM_BLD* builder) {
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    require(parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
                EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) == 1,
            "make a key");
    return key;
}

EVP_PKEY* makeEs256(std::uint32_t seed) {
    const auto secret = numberFrom(derive("ES256 key", seed, kCoordinateSize));
    const Owned<EC_GROUP> group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const Owned<EC_POINT> point(EC_POINT_new(group.get()));
    Bytes encoded(1 + 2 * kCoordinateSize);
    require(EC_POINT_mul(group.get(), point.get(), secret.get(), nullptr, nullptr, nullptr) == 1 &&
                EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, encoded.data(),
                                   encoded.size(), nullptr) == encoded.size(),
            "multiply a point");
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    require(OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) == 1 &&
                OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get()) == 1 &&
                OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, encoded.data(),
                                                 encoded.size()) == 1,
            "describe a P-256 key");
    return keyFrom("EC", builder.get());
}

EVP_PKEY* makeEdDsa(std::uint32_t seed) {
    const Bytes secret = derive("EdDSA key", seed, 32);
    return EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, secret.data(), secret.size());
}

// The first prime behind a number of 1024 bits whose two highest ones are set, so that two make 2048.
Owned<BIGNUM> rsaPrime(std::string_view purpose, std::uint32_t seed, BN_CTX* context) {
    auto prime = numberFrom(derive(purpose, seed, kRsaPrimeSize));
    BN_set_bit(prime.get(), 8 * kRsaPrimeSize - 1);
    BN_set_bit(prime.get(), 8 * kRsaPrimeSize - 2);
    BN_set_bit(prime.get(), 0);
    while (BN_check_prime(prime.get(), context, nullptr) != 1 ||
           BN_mod_word(prime.get(), kRsaExponent) == 1) {
        BN_add_word(prime.get(), 2);
    }
    return prime;
}

EVP_PKEY* makeRs256(std::uint32_t seed) {
    const Owned<BN_CTX> context(BN_CTX_new());
    const auto p = rsaPrime("RS256 p", seed, context.get());
    const auto q = rsaPrime("RS256 q", seed, context.get());
    const Owned<BIGNUM> n(BN_new());
    const Owned<BIGNUM> e(BN_new());
    const Owned<BIGNUM> order(BN_new());
    BN_mul(n.get(), p.get(), q.get(), context.get());
    BN_set_word(e.get(), kRsaExponent);
    BN_sub_word(p.get(), 1);
    BN_sub_word(q.get(), 1);
    BN_mul(order.get(), p.get(), q.get(), context.get());
    const Owned<BIGNUM> d(BN_mod_inverse(nullptr, e.get(), order.get(), context.get()));
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    require(d && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
                OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1 &&
                OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_D, d.get()) == 1,
            "describe an RSA key");
    return keyFrom("RSA", builder.get());
}

EVP_PKEY* makeKey(Algorithm algorithm, std::uint32_t seed) {
    switch (algorithm) {
    case Algorithm::Es256:
        return makeEs256(seed);
    case Algorithm::EdDsa:
        return makeEdDsa(seed);
    case Algorithm::Rs256:
        break;
    }
    return makeRs256(seed);
}

Bytes numberOf(EVP_PKEY* key, const char* name, std::size_t size) {
    BIGNUM* number = nullptr;
    require(EVP_PKEY_get_bn_param(key, name, &number) == 1, "tell a key's number");
    const Owned<BIGNUM> owner(number);
    Bytes bytes(size);
    require(BN_bn2binpad(number, bytes.data(), static_cast<int>(size)) >= 0, "write a number");
    return bytes;
}

} // namespace

SoftwareAuthenticator::SoftwareAuthenticator(Algorithm algorithm, std::uint32_t seed)
    : m_algorithm(algorithm),
      m_key(makeKey(algorithm, seed)),
      m_credentialId(derive("credential id", seed, 32)) {
    require(m_key != nullptr, "make a key");
}

Bytes SoftwareAuthenticator::coseKey() const {
    const Bytes algorithm = cbor::integer(static_cast<int>(m_algorithm));
    switch (m_algorithm) {
    case Algorithm::Es256:
        return cbor::map({cbor::integer(1), cbor::integer(2), cbor::integer(3), algorithm, cbor::integer(-1),
                          cbor::integer(1), cbor::integer(-2),
                          cbor::bytes(numberOf(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X, kCoordinateSize)),
                          cbor::integer(-3),
                          cbor::bytes(numberOf(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, kCoordinateSize))});
    case Algorithm::EdDsa: {
        Bytes key(32);
        std::size_t size = key.size();
        EVP_PKEY_get_raw_public_key(m_key.get(), key.data(), &size);
        return cbor::map({cbor::integer(1), cbor::integer(1), cbor::integer(3), algorithm, cbor::integer(-1),
                          cbor::integer(6), cbor::integer(-2), cbor::bytes(key)});
    }
    case Algorithm::Rs256:
        break;
    }
    return cbor::map({cbor::integer(1), cbor::integer(3), cbor::integer(3), algorithm, cbor::integer(-1),
                      cbor::bytes(numberOf(m_key.get(), OSSL_PKEY_PARAM_RSA_N, 2 * kRsaPrimeSize)),
                      cbor::integer(-2), cbor::bytes(numberOf(m_key.get(), OSSL_PKEY_PARAM_RSA_E, 3))});
}

Bytes SoftwareAuthenticator::attestedKey(ByteView coseKey) const {
    const Bytes model(16);
    const Bytes length{static_cast<std::uint8_t>(m_credentialId.size() >> 8),
                       static_cast<std::uint8_t>(m_credentialId.size())};
    return cbor::join({model, length, m_credentialId, coseKey});
}

Bytes SoftwareAuthenticator::clientData(const Ceremony& ceremony, const std::string& type) {
    const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };
    std::string json = "{\"type\":" + quoted(ceremony.type.empty() ? type : ceremony.type) +
                       ",\"challenge\":" + quoted(toBase64Url(asBytes(ceremony.challenge))) +
                       ",\"origin\":" + quoted(ceremony.origin);
    if (ceremony.crossOrigin) {
        json += std::string(",\"crossOrigin\":") + (*ceremony.crossOrigin ? "true" : "false");
    }
    json += ceremony.furtherClientData + '}';
    return {json.begin(), json.end()};
}

Bytes SoftwareAuthenticator::authenticatorData(const Ceremony& ceremony, ByteView attestedKey) {
    std::uint8_t flags = ceremony.flags;
    if (!attestedKey.empty()) flags |= kAttestedKey;
    if (!ceremony.extensions.empty()) flags |= kExtensions;
    Bytes counter;
    for (const int shift : {24, 16, 8, 0}) {
        counter.push_back(static_cast<std::uint8_t>(ceremony.counter >> shift));
    }
    return cbor::join({sha256Of(asBytes(ceremony.relyingPartyId)), Bytes{flags}, counter, attestedKey,
                       ceremony.extensions});
}

Bytes SoftwareAuthenticator::attestationObject(const Ceremony& ceremony, ByteView authenticatorData) {
    return cbor::map({cbor::text("fmt"), cbor::text(ceremony.format), cbor::text("attStmt"),
                      ceremony.statement, cbor::text("authData"), cbor::bytes(authenticatorData)});
}

SoftwareAuthenticator::Registration SoftwareAuthenticator::enrol(const Ceremony& ceremony) const {
    return enrolWith(ceremony, authenticatorData(ceremony, attestedKey()));
}

SoftwareAuthenticator::Registration SoftwareAuthenticator::enrolWith(const Ceremony& ceremony,
                                                                     ByteView authenticatorData) const {
    return {clientData(ceremony, "webauthn.create"), attestationObject(ceremony, authenticatorData)};
}

SoftwareAuthenticator::Assertion SoftwareAuthenticator::signIn(const Ceremony& ceremony) const {
    return signInWith(authenticatorData(ceremony, {}), clientData(ceremony, "webauthn.get"));
}

SoftwareAuthenticator::Assertion SoftwareAuthenticator::signInWith(Bytes authenticatorData,
                                                                   Bytes clientData) const {
    Bytes signature = sign(authenticatorData, clientData);
    return {m_credentialId, std::move(clientData), std::move(authenticatorData), std::move(signature)};
}

Bytes SoftwareAuthenticator::sign(ByteView authenticatorData, ByteView clientData) const {
    const Bytes message = cbor::join({authenticatorData, sha256Of(clientData)});
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const EVP_MD* const hash = m_algorithm == Algorithm::EdDsa ? nullptr : EVP_sha256();
    Bytes signature(EVP_PKEY_get_size(m_key.get()));
    std::size_t size = signature.size();
    require(EVP_DigestSignInit(context.get(), nullptr, hash, nullptr, m_key.get()) == 1 &&
                EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) == 1,
            "sign");
    signature.resize(size);
    return signature;
}

} // namespace latchkey
