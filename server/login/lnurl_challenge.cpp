#include "server/login/lnurl_challenge.h"

#include "common/encoding.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

constexpr std::size_t kTimeBytes = 4;
constexpr std::size_t kHeadBytes = LnurlChallengeCodec::kSubjectBytes + kTimeBytes;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kBytes = kHeadBytes + kTagBytes; // LUD-04

constexpr std::string_view kActionLink = "&action=link";

// k1 without its tag.
Bytes headOf(ByteView subject, std::chrono::sys_seconds time) {
    Bytes head(subject.begin(), subject.end());
    const auto seconds = static_cast<std::uint32_t>(time.time_since_epoch().count());
    for (std::size_t i = 0; i < kTimeBytes; ++i) {
        head.push_back(static_cast<std::uint8_t>(seconds >> (24 - 8 * i)));
    }
    return head;
}

std::chrono::sys_seconds timeIn(ByteView k1) {
    std::uint32_t seconds = 0;
    for (const std::uint8_t byte : k1.subspan(LnurlChallengeCodec::kSubjectBytes, kTimeBytes))
        seconds = seconds << 8 | byte;
    return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

std::string signInSuffix(std::string_view kiosk) {
    return kiosk.empty() ? std::string() : "&k=" + std::string(kiosk);
}

std::string urlOf(const std::string& publicUrl, ByteView k1, std::string_view suffix) {
    std::string url = publicUrl;
    url.append(LnurlChallengeCodec::kPath).append("?tag=login&k1=").append(toHex(k1)).append(suffix);
    return url;
}

// The head with its tag, which covers the whole URL as it would be with the head alone.
Bytes tagged(const DerivedKey& key, const std::string& publicUrl, ByteView head, std::string_view suffix) {
    const Bytes tag = key.mac(asBytes(urlOf(publicUrl, head, suffix)), kTagBytes);
    Bytes k1(head.begin(), head.end());
    k1.insert(k1.end(), tag.begin(), tag.end());
    return k1;
}

std::optional<Bytes> bytesOf(std::string_view k1) {
    if (k1.size() != 2 * kBytes) return std::nullopt;
    return fromHex(k1);
}

bool isTagged(const DerivedKey& key, const std::string& publicUrl, const Bytes& k1, std::string_view suffix) {
    const Bytes ours = tagged(key, publicUrl, ByteView(k1).first(kHeadBytes), suffix);
    return CRYPTO_memcmp(ours.data(), k1.data(), kBytes) == 0;
}

} // namespace

LnurlChallengeCodec::LnurlChallengeCodec(const KeyRing& keys, std::string publicUrl)
    : m_signInKeys(keys.derive("latchkey lnurl sign-in v1")),
      m_invitationKeys(keys.derive("latchkey lnurl invitation v1")),
      m_publicUrl(std::move(publicUrl)) {}

std::optional<std::string> LnurlChallengeCodec::url(const SignIn& signIn) const {
    const auto subject = fromBase64Url(signIn.sessionId.text());
    if (!subject || subject->size() != kSubjectBytes) return std::nullopt;
    const std::string suffix = signInSuffix(signIn.kioskId.text());
    const Bytes head = headOf(*subject, signIn.mintedAt);
    const DerivedKey& key = m_signInKeys.at(signIn.mintedAt);
    return urlOf(m_publicUrl, tagged(key, m_publicUrl, head, suffix), suffix);
}

std::string LnurlChallengeCodec::url(const Invitation& invitation, std::chrono::sys_seconds now) const {
    const Bytes head = headOf(invitation.id, invitation.expiresAt);
    const DerivedKey& key = m_invitationKeys.at(now);
    return urlOf(m_publicUrl, tagged(key, m_publicUrl, head, kActionLink), kActionLink);
}

Result<LnurlChallengeCodec::SignIn, ChallengeError>
LnurlChallengeCodec::checkSignIn(std::string_view k1, std::string_view kiosk, std::chrono::sys_seconds now,
                                 std::chrono::seconds window) const {
    const auto bytes = bytesOf(k1);
    if (!bytes) return Failure{ChallengeError::NotOurs};
    const auto mintedAt = timeIn(*bytes);
    if (!isTagged(m_signInKeys.at(mintedAt), m_publicUrl, *bytes, signInSuffix(kiosk)))
        return Failure{ChallengeError::NotOurs};
    if (const auto fresh = checkAge(mintedAt, now, window); !fresh) return Failure{fresh.error()};
    return SignIn{SessionId(toBase64Url(ByteView(*bytes).first(kSubjectBytes))), KioskId(std::string(kiosk)),
                  mintedAt};
}

Result<LnurlChallengeCodec::Invitation, ChallengeError>
LnurlChallengeCodec::checkInvitation(std::string_view k1, std::chrono::sys_seconds now) const {
    const auto bytes = bytesOf(k1);
    if (!bytes) return Failure{ChallengeError::NotOurs};
    Invitation invitation{{}, timeIn(*bytes)};
    const auto keys = m_invitationKeys.until(invitation.expiresAt);
    if (std::ranges::none_of(
            keys, [&](const DerivedKey* key) { return isTagged(*key, m_publicUrl, *bytes, kActionLink); }))
        return Failure{ChallengeError::NotOurs};
    if (now > invitation.expiresAt) return Failure{ChallengeError::Expired};
    std::copy_n(bytes->begin(), kSubjectBytes, invitation.id.begin());
    return invitation;
}

} // namespace latchkey
