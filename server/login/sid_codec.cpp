#include "server/login/sid_codec.h"

#include <openssl/crypto.h>

#include <cstring>

namespace latchkey {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kRandomAt = 1;
constexpr std::size_t kRandomBytes = 16;
constexpr std::size_t kIssuedAt = kRandomAt + kRandomBytes;
constexpr std::size_t kIssuedBytes = 4;
constexpr std::size_t kKioskAt = kIssuedAt + kIssuedBytes;
constexpr std::size_t kTagAt = kKioskAt + SidCodec::kKioskIdBytes;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kBytes = kTagAt + kTagBytes;

} // namespace

SidCodec::SidCodec(const KeyRing& keys, RandomFill random)
    : m_tagKeys(keys.derive("latchkey sid tag v1")),
      m_sessionIdKeys(keys.derive("latchkey session_ID v1")),
      m_random(std::move(random)) {}

Sid SidCodec::mint(const KioskId& kioskId, std::chrono::sys_seconds now) const {
    Bytes bytes(kTagAt);
    bytes[0] = kVersion;
    m_random(std::span(bytes).subspan(kRandomAt, kRandomBytes));
    const auto issued = static_cast<std::uint32_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < kIssuedBytes; ++i) {
        bytes[kIssuedAt + i] = static_cast<std::uint8_t>(issued >> (24 - 8 * i));
    }
    const std::string& kiosk = kioskId.text();
    std::memcpy(bytes.data() + kKioskAt, kiosk.data(), std::min(kiosk.size(), kKioskIdBytes));
    const Bytes tag = m_tagKeys.at(now).mac(bytes, kTagBytes);
    bytes.insert(bytes.end(), tag.begin(), tag.end());
    Sid sid(toBase64Url(bytes));
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return sid;
}

std::optional<Session> SidCodec::open(const Sid& sid) const {
    const auto bytes = fromBase64Url(sid.reveal());
    if (!bytes || bytes->size() != kBytes || (*bytes)[0] != kVersion) return std::nullopt;
    const ByteView view(*bytes);
    std::uint32_t issued = 0;
    for (std::size_t i = 0; i < kIssuedBytes; ++i) issued = issued << 8 | view[kIssuedAt + i];
    const std::chrono::sys_seconds startedAt{std::chrono::seconds(issued)};
    const Bytes tag = m_tagKeys.at(startedAt).mac(view.first(kTagAt), kTagBytes);
    if (CRYPTO_memcmp(tag.data(), view.data() + kTagAt, kTagBytes) != 0) return std::nullopt;

    const auto* kiosk = reinterpret_cast<const char*>(view.data() + kKioskAt);
    Session session;
    session.id = SessionId(toBase64Url(
        m_sessionIdKeys.at(startedAt).mac(view.subspan(kRandomAt, kRandomBytes), kSessionIdBytes)));
    session.kioskId = KioskId(std::string(kiosk, strnlen(kiosk, kKioskIdBytes)));
    session.startedAt = startedAt;
    return session;
}

} // namespace latchkey
