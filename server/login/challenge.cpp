#include "server/login/challenge.h"

#include "common/lnurl.h"

#include <openssl/crypto.h>

namespace latchkey {

namespace {

constexpr std::size_t kSecretBytes = 12; // 96 bits: can only be guessed by asking, at most a window long

} // namespace

ChallengeCodec::ChallengeCodec(const KeyRing& keys, std::string publicUrl)
    : m_secretKeys(keys.derive("latchkey secret v1")),
      m_lnurl(keys, publicUrl),
      m_publicUrl(std::move(publicUrl)) {}

QrString ChallengeCodec::build(const SessionId& sessionId, const KioskId& kioskId,
                               std::chrono::sys_seconds mintedAt, QrStyle style) const {
    QrString qr{m_publicUrl, sessionId, "", mintedAt, kioskId};
    if (style == QrStyle::Lightning) {
        const auto callback = m_lnurl.url({sessionId, kioskId, mintedAt});
        if (callback) qr.lightning = toLnurl(*callback); // no session_ID of ours is without one
    }
    qr.secret = toBase64Url(m_secretKeys.at(mintedAt).mac(asBytes(qr.text()), kSecretBytes));
    return qr;
}

QrString ChallengeCodec::mint(const Session& session, std::chrono::sys_seconds now, QrStyle style) const {
    return build(session.id, session.kioskId, now, style);
}

Result<QrString, ChallengeError> ChallengeCodec::check(std::string_view message, std::chrono::sys_seconds now,
                                                       std::chrono::seconds window) const {
    const auto parsed = QrString::parse(message);
    if (!parsed) return Failure{ChallengeError::NotOurs};
    const QrStyle style = parsed->lightning.empty() ? QrStyle::Plain : QrStyle::Lightning;
    const QrString ours = build(parsed->sessionId, parsed->kioskId, parsed->mintedAt, style);
    const std::string text = ours.text();
    if (text.size() != message.size() || CRYPTO_memcmp(text.data(), message.data(), text.size()) != 0) {
        return Failure{ChallengeError::NotOurs};
    }
    if (const auto fresh = checkAge(ours.mintedAt, now, window); !fresh) return Failure{fresh.error()};
    return ours;
}

} // namespace latchkey
