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

std::chrono::sys_seconds timeIn(ByteView head) {
    std::uint32_t seconds = 0;
    for (const std::uint8_t byte : head.last(kTimeBytes)) seconds = seconds << 8 | byte;
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

// The head of a k1 that is ours.
std::optional<Bytes> checkedHead(const DerivedKey& key, const std::string& publicUrl, std::string_view k1,
                                 std::string_view suffix) {
    if (k1.size() != 2 * kBytes) return std::nullopt;
    auto given = fromHex(k1);
    if (!given) return std::nullopt;
    const Bytes ours = tagged(key, publicUrl, ByteView(*given).first(kHeadBytes), suffix);
    if (CRYPTO_memcmp(ours.data(), given->data(), kBytes) != 0) return std::nullopt;
    given->resize(kHeadBytes);
    return given;
}

} // namespace

LnurlChallengeCodec::LnurlChallengeCodec(const ServerKey& key, std::string publicUrl)
    : m_signInKey(key.derive("latchkey lnurl sign-in v1")),
      m_invitationKey(key.derive("latchkey lnurl invitation v1")),
      m_publicUrl(std::move(publicUrl)) {}

std::optional<std::string> LnurlChallengeCodec::url(const SignIn& signIn) const {
    const auto subject = fromBase64Url(signIn.sessionId.text());
    if (!subject || subject->size() != kSubjectBytes) return std::nullopt;
    const std::string suffix = signInSuffix(signIn.kioskId.text());
    const Bytes head = headOf(*subject, signIn.mintedAt);
    return urlOf(m_publicUrl, tagged(m_signInKey, m_publicUrl, head, suffix), suffix);
}

std::string LnurlChallengeCodec::url(const Invitation& invitation) const {
    const Bytes head = headOf(invitation.id, invitation.expiresAt);
    return urlOf(m_publicUrl, tagged(m_invitationKey, m_publicUrl, head, kActionLink), kActionLink);
}

Result<LnurlChallengeCodec::SignIn, ChallengeError>
LnurlChallengeCodec::checkSignIn(std::string_view k1, std::string_view kiosk, std::chrono::sys_seconds now,
                                 std::chrono::seconds window) const {
    const auto head = checkedHead(m_signInKey, m_publicUrl, k1, signInSuffix(kiosk));
    if (!head) return Failure{ChallengeError::NotOurs};
    const auto mintedAt = timeIn(*head);
    if (const auto fresh = checkAge(mintedAt, now, window); !fresh) return Failure{fresh.error()};
    return SignIn{SessionId(toBase64Url(ByteView(*head).first(kSubjectBytes))), KioskId(std::string(kiosk)),
                  mintedAt};
}

Result<LnurlChallengeCodec::Invitation, ChallengeError>
LnurlChallengeCodec::checkInvitation(std::string_view k1, std::chrono::sys_seconds now) const {
    const auto head = checkedHead(m_invitationKey, m_publicUrl, k1, kActionLink);
    if (!head) return Failure{ChallengeError::NotOurs};
    Invitation invitation{{}, timeIn(*head)};
    if (now > invitation.expiresAt) return Failure{ChallengeError::Expired};
    std::copy_n(head->begin(), kSubjectBytes, invitation.id.begin());
    return invitation;
}

} // namespace latchkey
