#include "server/credentials/raw_ecdsa.h"

#include "server/credentials/curve.h"
#include "server/credentials/der.h"

#include <algorithm>
#include <tuple>

namespace latchkey {

namespace {

constexpr std::uint8_t kDerStart = 0x30;

Outcome<ProofError> checkDer(ByteView der, const secp256k1_pubkey& key, const Digest& digest) {
    const auto compact = compactFromDer(der);
    if (!compact) return Failure{compact.error()};
    return checkSignature(*compact, key, digest);
}

// 64 bytes are r‖s, but now and then a DER signature is just as long (when r and s are short), and an r may
// begin as DER does. The bytes cannot tell, so either reading may verify: each is a whole verification
// under the key, so the second one opens nothing. If neither does, the reason is the r‖s reading's.
Outcome<ProofError> checkEither(ByteView bytes, const secp256k1_pubkey& key, const Digest& digest) {
    CompactSignature compact{};
    std::copy(bytes.begin(), bytes.end(), compact.begin());
    const auto asCompact = checkSignature(compact, key, digest);
    if (!asCompact && checkDer(bytes, key, digest)) return {};
    return asCompact;
}

Outcome<ProofError> checkBytes(ByteView bytes, const secp256k1_pubkey& key, const Digest& digest) {
    if (bytes.size() == std::tuple_size_v<CompactSignature>) return checkEither(bytes, key, digest);
    if (bytes.empty() || bytes.front() != kDerStart) return Failure{ProofError::SignatureLength};
    return checkDer(bytes, key, digest);
}

} // namespace

Result<Credential, ProofError> verifyRawEcdsa(std::string_view publicKey, std::string_view signature,
                                              std::string_view challenge) {
    const auto key = publicKeyFrom(publicKey);
    if (!key) return Failure{key.error()};
    const auto bytes = fromHex(signature);
    if (!bytes) return Failure{ProofError::SignatureNotHex};
    const auto checked = checkBytes(*bytes, *key, sha256(asBytes(challenge)));
    if (!checked) return Failure{checked.error()};
    return Credential{Credential::Kind::PublicKey, toHex(toBytes(*key, KeyForm::Compressed))};
}

} // namespace latchkey
