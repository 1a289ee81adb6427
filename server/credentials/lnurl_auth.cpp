#include "server/credentials/lnurl_auth.h"

#include "server/credentials/curve.h"
#include "server/credentials/der.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::size_t kCompressedDigits = 66;

Result<secp256k1_pubkey, ProofError> compressedKeyFrom(std::string_view hex) {
    const auto key = publicKeyFrom(hex);
    if (key && hex.size() != kCompressedDigits) return Failure{ProofError::PublicKeyNotCompressed};
    return key;
}

Result<Digest, ProofError> digestFrom(std::string_view k1) {
    Digest digest{};
    const auto bytes = fromHex(k1);
    if (!bytes || bytes->size() != digest.size()) return Failure{ProofError::ChallengeNotK1};
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

} // namespace

Result<Credential, ProofError> verifyLnurlAuth(std::string_view k1, std::string_view signature,
                                               std::string_view key) {
    const auto digest = digestFrom(k1);
    if (!digest) return Failure{digest.error()};
    const auto point = compressedKeyFrom(key);
    if (!point) return Failure{point.error()};
    const auto der = fromHex(signature);
    if (!der) return Failure{ProofError::SignatureNotHex};
    const auto compact = compactFromDer(*der);
    if (!compact) return Failure{compact.error()};
    const auto checked = checkSignature(*compact, *point, *digest);
    if (!checked) return Failure{checked.error()};
    return Credential{Credential::Kind::Wallet, toHex(toBytes(*point, KeyForm::Compressed))};
}

} // namespace latchkey
