#include "server/credentials/authenticator_data.h"

#include "server/credentials/cbor.h"
#include "server/credentials/hashing.h"

#include <algorithm>

namespace latchkey {

namespace {

// The flags of §6.1. The others say nothing about the login, or are reserved.
constexpr std::uint8_t kUserPresent = 0x01;
constexpr std::uint8_t kUserVerified = 0x04;
constexpr std::uint8_t kHasAttestedKey = 0x40;
constexpr std::uint8_t kHasExtensions = 0x80;

constexpr std::size_t kHashSize = 32;
constexpr std::size_t kCounterSize = 4;
constexpr std::size_t kModelSize = 16; // the AAGUID
constexpr std::size_t kLengthSize = 2;

// Takes so many bytes off the front of rest.
std::optional<ByteView> take(ByteView& rest, std::size_t size) {
    if (rest.size() < size) return std::nullopt;
    const ByteView taken = rest.first(size);
    rest = rest.subspan(size);
    return taken;
}

std::uint32_t bigEndian(ByteView bytes) {
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes) number = number << 8 | byte;
    return number;
}

std::optional<ByteView> takeMap(ByteView& rest) {
    const auto item = cbor::takeItem(rest);
    if (!item || !cbor::isMap(*item)) return std::nullopt;
    return item;
}

std::optional<AuthenticatorData::AttestedKey> takeAttestedKey(ByteView& rest) {
    const auto model = take(rest, kModelSize);
    const auto length = model ? take(rest, kLengthSize) : std::nullopt;
    const auto credentialId = length ? take(rest, bigEndian(*length)) : std::nullopt;
    const auto coseKey = credentialId ? takeMap(rest) : std::nullopt;
    if (!coseKey) return std::nullopt;
    return AuthenticatorData::AttestedKey{*credentialId, *coseKey};
}

} // namespace

Result<AuthenticatorData, WebAuthnError> AuthenticatorData::parse(ByteView bytes) {
    const Failure malformed{WebAuthnError::AuthenticatorDataMalformed};
    if (bytes.size() < kHashSize + 1 + kCounterSize) return malformed;
    ByteView rest = bytes;
    AuthenticatorData data;
    data.whole = bytes;
    data.relyingPartyHash = *take(rest, kHashSize);
    const std::uint8_t flags = take(rest, 1)->front();
    data.userPresent = (flags & kUserPresent) != 0;
    data.userVerified = (flags & kUserVerified) != 0;
    data.counter = bigEndian(*take(rest, kCounterSize));
    if ((flags & kHasAttestedKey) != 0) {
        data.attestedKey = takeAttestedKey(rest);
        if (!data.attestedKey) return malformed;
    }
    if ((flags & kHasExtensions) != 0) {
        data.extensions = takeMap(rest);
        if (!data.extensions) return malformed;
    }
    if (!rest.empty()) return malformed;
    return data;
}

Outcome<WebAuthnError> checkMadeForUs(const AuthenticatorData& data, const RelyingParty& us) {
    if (!std::ranges::equal(data.relyingPartyHash, sha256(asBytes(us.id)))) {
        return Failure{WebAuthnError::OtherRelyingParty};
    }
    if (!data.userPresent) return Failure{WebAuthnError::UserNotPresent};
    if (!data.userVerified) return Failure{WebAuthnError::UserNotVerified};
    return {};
}

} // namespace latchkey
