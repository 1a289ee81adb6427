#include "server/login/challenge.h"

#include <openssl/crypto.h>

namespace latchkey {

namespace {

constexpr std::size_t kSecretBytes = 12; // 96 bits: can only be guessed by asking, at most a window long
// Another node's clock may be a little ahead of ours.
constexpr std::chrono::seconds kClockTolerance{10};

} // namespace

ChallengeCodec::ChallengeCodec(const ServerKey& key, std::string publicUrl)
    : m_secretKey(key.derive("latchkey secret v1")), m_publicUrl(std::move(publicUrl)) {}

QrString ChallengeCodec::build(const SessionId& sessionId, const KioskId& kioskId,
                               std::chrono::sys_seconds mintedAt) const {
    QrString qr{m_publicUrl, sessionId, "", mintedAt, kioskId};
    qr.secret = toBase64Url(m_secretKey.mac(asBytes(qr.text()), kSecretBytes));
    return qr;
}

QrString ChallengeCodec::mint(const Session& session, std::chrono::sys_seconds now) const {
    return build(session.id, session.kioskId, now);
}

Result<QrString, ChallengeError> ChallengeCodec::check(std::string_view message, std::chrono::sys_seconds now,
                                                       std::chrono::seconds window) const {
    const auto parsed = QrString::parse(message);
    if (!parsed) return Failure{ChallengeError::NotOurs};
    const QrString ours = build(parsed->sessionId, parsed->kioskId, parsed->mintedAt);
    const std::string text = ours.text();
    if (text.size() != message.size() || CRYPTO_memcmp(text.data(), message.data(), text.size()) != 0) {
        return Failure{ChallengeError::NotOurs};
    }
    if (now - ours.mintedAt > window || ours.mintedAt - now > kClockTolerance) {
        return Failure{ChallengeError::Expired};
    }
    return ours;
}

} // namespace latchkey
