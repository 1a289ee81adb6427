#include "server/credentials/passkey_key.h"

#include "server/credentials/cbor.h"
#include "server/credentials/ed25519.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <stdexcept>

namespace latchkey {

namespace {

// The labels of a COSE key (RFC 9052 §7.1, RFC 8230 §4).
constexpr std::int64_t kCoseAlgorithm = 3;
constexpr std::int64_t kCoseRsaModulus = -1;
constexpr std::int64_t kCoseRsaExponent = -2;

// libfido2 takes RSA keys of just this size.
constexpr std::size_t kRsaModulusSize = 256;
constexpr std::array<std::uint8_t, 3> kRsaExponent{0x01, 0x00, 0x01};

// What verifying leaves in OpenSSL's list of errors would later be taken for a failure of the TLS connection
// that this thread serves (SSL_get_error).
class OpenSslErrors {
  public:
    OpenSslErrors() { ERR_set_mark(); }
    ~OpenSslErrors() { ERR_pop_to_mark(); }
    OpenSslErrors(const OpenSslErrors&) = delete;
    OpenSslErrors& operator=(const OpenSslErrors&) = delete;
};

struct Free {
    void operator()(fido_assert_t* assertion) const { fido_assert_free(&assertion); }
    void operator()(fido_cred_t* credential) const { fido_cred_free(&credential); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

template <class T>
Owned<T> owned(T* object) {
    if (!object) throw std::bad_alloc();
    return Owned<T>(object);
}

// A key as libfido2 verifies with it, and as OpenSSL looks at it. Both are empty if the bytes are no key.
struct LoadedKey {
    std::unique_ptr<void, void (*)(void*)> fido;
    Owned<EVP_PKEY> openSsl;
};

// libfido2 has the same calls for every kind of key.
template <auto New, auto Delete, auto Read, auto Convert>
LoadedKey load(ByteView bytes, std::size_t size) {
    LoadedKey key{{nullptr,
                   [](void* object) {
                       auto* typed = static_cast<decltype(New())>(object);
                       Delete(&typed);
                   }},
                  nullptr};
    if (bytes.size() != size) return key;
    auto* const object = New();
    if (!object) throw std::bad_alloc();
    key.fido.reset(object);
    if (Read(object, bytes.data(), bytes.size()) == FIDO_OK) key.openSsl.reset(Convert(object));
    if (!key.openSsl) key.fido.reset();
    return key;
}

LoadedKey load(PasskeyAlgorithm algorithm, ByteView bytes) {
    switch (algorithm) {
    case PasskeyAlgorithm::Es256:
        return load<es256_pk_new, es256_pk_free, es256_pk_from_ptr, es256_pk_to_EVP_PKEY>(bytes, 64);
    case PasskeyAlgorithm::EdDsa:
        return load<eddsa_pk_new, eddsa_pk_free, eddsa_pk_from_ptr, eddsa_pk_to_EVP_PKEY>(bytes, 32);
    case PasskeyAlgorithm::Rs256:
        break;
    }
    return load<rs256_pk_new, rs256_pk_free, rs256_pk_from_ptr, rs256_pk_to_EVP_PKEY>(
        bytes, kRsaModulusSize + kRsaExponent.size());
}

// OpenSSL checks that a point is on the curve (SP 800-56A §5.6.2.3.3) and that a modulus is the product of
// two large primes as far as one can see (SP 800-56B §6.4.2.2), but nothing about an Ed25519 key.
bool isSound(PasskeyAlgorithm algorithm, ByteView bytes) {
    const LoadedKey key = load(algorithm, bytes);
    if (!key.openSsl) return false;
    const auto context = owned(EVP_PKEY_CTX_new(key.openSsl.get(), nullptr));
    if (EVP_PKEY_public_check(context.get()) != 1) return false;
    return algorithm != PasskeyAlgorithm::EdDsa || isSoundEd25519Key(bytes);
}

Outcome<WebAuthnError> checkRsaParameters(ByteView coseKey) {
    const auto modulus = cbor::memberOf(coseKey, kCoseRsaModulus);
    const auto exponent = cbor::memberOf(coseKey, kCoseRsaExponent);
    const auto n = modulus ? cbor::bytesIn(*modulus) : std::nullopt;
    const auto e = exponent ? cbor::bytesIn(*exponent) : std::nullopt;
    if (!n || !e) return Failure{WebAuthnError::KeyMalformed};
    if (n->size() != kRsaModulusSize || !std::ranges::equal(*e, kRsaExponent)) {
        return Failure{WebAuthnError::RsaKeyUnsupported};
    }
    return {};
}

std::optional<PasskeyAlgorithm> algorithmOf(ByteView coseKey) {
    const auto member = cbor::memberOf(coseKey, kCoseAlgorithm);
    const auto number = member ? cbor::integerIn(*member) : std::nullopt;
    return number ? passkeyAlgorithmFrom(*number) : std::nullopt;
}

// The same data with the new key as its last part: what an extension says changes nothing about the key.
Bytes withoutExtensions(const AuthenticatorData& data) {
    const ByteView key = data.attestedKey->coseKey;
    Bytes bytes(data.whole.data(), key.data() + key.size());
    bytes[32] &= static_cast<std::uint8_t>(~CTAP_AUTHDATA_EXT_DATA); // the flags, behind the hash
    return bytes;
}

// The extensions that libfido2 knows in an assertion: it has to be told which ones are there.
int knownExtensions(const AuthenticatorData& data) {
    int known = 0;
    if (data.extensions && cbor::memberOf(*data.extensions, "hmac-secret")) known |= FIDO_EXT_HMAC_SECRET;
    if (data.extensions && cbor::memberOf(*data.extensions, "credBlob")) known |= FIDO_EXT_CRED_BLOB;
    return known;
}

void require(int status) {
    if (status != FIDO_OK) throw std::runtime_error(std::string("libfido2: ") + fido_strerr(status));
}

} // namespace

Result<PasskeyKey, WebAuthnError> readAttestedKey(const AuthenticatorData& data) {
    const ByteView coseKey = data.attestedKey->coseKey;
    const auto algorithm = algorithmOf(coseKey);
    if (!algorithm) return Failure{WebAuthnError::AlgorithmUnsupported};
    const bool isRsa = *algorithm == PasskeyAlgorithm::Rs256;
    if (isRsa) {
        const auto checked = checkRsaParameters(coseKey);
        if (!checked) return Failure{checked.error()};
    }

    const OpenSslErrors errors;
    fido_init(0);
    const auto credential = owned(fido_cred_new());
    require(fido_cred_set_type(credential.get(), static_cast<int>(*algorithm)));
    const Bytes bytes = withoutExtensions(data);
    const int status = fido_cred_set_authdata_raw(credential.get(), bytes.data(), bytes.size());
    if (status == FIDO_ERR_INVALID_ARGUMENT) return Failure{WebAuthnError::KeyMalformed};
    require(status);
    const ByteView key(fido_cred_pubkey_ptr(credential.get()), fido_cred_pubkey_len(credential.get()));
    if (!isSound(*algorithm, key)) {
        return Failure{isRsa ? WebAuthnError::RsaKeyUnsupported : WebAuthnError::KeyNotOnCurve};
    }
    return PasskeyKey{*algorithm, toBase64Url(key)};
}

Outcome<WebAuthnError> verifySignature(const PasskeyKey& key, const AuthenticatorData& data,
                                       ByteView clientData, ByteView signature, const RelyingParty& us) {
    const OpenSslErrors errors;
    fido_init(0);
    const auto keyBytes = fromBase64Url(key.text);
    const LoadedKey loaded = load(key.algorithm, keyBytes ? ByteView(*keyBytes) : ByteView());
    if (!loaded.fido) return Failure{WebAuthnError::StoredKeyUnusable};
    if (signature.empty()) return Failure{WebAuthnError::SignatureMismatch};

    const auto assertion = owned(fido_assert_new());
    require(fido_assert_set_count(assertion.get(), 1));
    require(fido_assert_set_rp(assertion.get(), us.id.c_str()));
    require(fido_assert_set_up(assertion.get(), FIDO_OPT_TRUE));
    require(fido_assert_set_uv(assertion.get(), FIDO_OPT_TRUE));
    require(fido_assert_set_extensions(assertion.get(), knownExtensions(data)));
    require(fido_assert_set_clientdata(assertion.get(), clientData.data(), clientData.size()));
    require(fido_assert_set_sig(assertion.get(), 0, signature.data(), signature.size()));
    int status = fido_assert_set_authdata_raw(assertion.get(), 0, data.whole.data(), data.whole.size());
    if (status == FIDO_OK) {
        status = fido_assert_verify(assertion.get(), 0, static_cast<int>(key.algorithm), loaded.fido.get());
    }
    if (status == FIDO_ERR_INVALID_SIG) return Failure{WebAuthnError::SignatureMismatch};
    if (status == FIDO_ERR_INVALID_ARGUMENT || status == FIDO_ERR_INVALID_PARAM) {
        return Failure{WebAuthnError::AuthenticatorDataMalformed};
    }
    require(status);
    return {};
}

} // namespace latchkey
