// Challenges: fresh QR strings for a session, and the check that a signed one is ours and still fresh.
//
// The secret is an HMAC over the server's public URL, the session_ID, the kiosk and the time. So nothing has
// to be remembered, and a QR string with any of these changed is not ours.
#pragma once

#include "common/qr_string.h"
#include "server/login/server_key.h"
#include "server/login/sid_codec.h"

namespace latchkey {

enum class ChallengeError {
    NotOurs, // not a QR string, or one that this server never made
    Expired, // older than its window, or from the future
};

class ChallengeCodec {
  public:
    // publicUrl: canonical, see WebAddress::text().
    ChallengeCodec(const ServerKey& key, std::string publicUrl);

    QrString mint(const Session& session, std::chrono::sys_seconds now) const;

    // Rebuilds the QR string from its parts and compares it with the message byte for byte.
    Result<QrString, ChallengeError> check(std::string_view message, std::chrono::sys_seconds now,
                                           std::chrono::seconds window) const;

  private:
    QrString build(const SessionId& sessionId, const KioskId& kioskId,
                   std::chrono::sys_seconds mintedAt) const;

    DerivedKey m_secretKey;
    std::string m_publicUrl;
};

} // namespace latchkey
