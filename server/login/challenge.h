// Challenges: fresh QR strings for a session, and the check that a signed one is ours and still fresh.
//
// The secret is an HMAC over the server's public URL, the session_ID, the kiosk, the time and, where there is
// one, the LNURL. So nothing has to be remembered, and a QR string with any of these changed is not ours.
#pragma once

#include "common/qr_string.h"
#include "server/login/challenge_age.h"
#include "server/login/key_ring.h"
#include "server/login/lnurl_challenge.h"
#include "server/login/sid_codec.h"

namespace latchkey {

enum class QrStyle {
    Plain,     // for cameras and FAST clients
    Lightning, // with the LNURL of lnurl_challenge.h too
};

class ChallengeCodec {
  public:
    // publicUrl: canonical, see WebAddress::text().
    ChallengeCodec(const KeyRing& keys, std::string publicUrl);

    QrString mint(const Session& session, std::chrono::sys_seconds now, QrStyle style = QrStyle::Plain) const;

    // Rebuilds the QR string from its parts and compares it with the message byte for byte. Both styles are
    // good at any time, whichever is minted now.
    Result<QrString, ChallengeError> check(std::string_view message, std::chrono::sys_seconds now,
                                           std::chrono::seconds window) const;

    // The other form of the same challenges, which Lightning wallets call back with.
    const LnurlChallengeCodec& lnurl() const { return m_lnurl; }

  private:
    QrString build(const SessionId& sessionId, const KioskId& kioskId, std::chrono::sys_seconds mintedAt,
                   QrStyle style) const;

    DerivedKeys m_secretKeys;
    LnurlChallengeCodec m_lnurl;
    std::string m_publicUrl;
};

} // namespace latchkey
