// LNURL-auth challenges (LUD-04): what a Lightning wallet signs, and the callback URL that it is part of.
//
//   <public_url>/ln?tag=login&k1=<k1>[&k=<kiosk>]    signs in at a display client
//   <public_url>/ln?tag=login&k1=<k1>&action=link    accepts an invitation
//
// k1 is 32 bytes in hex: what it is about (12 bytes), a time (4 bytes, big-endian Unix seconds) and a tag (16
// bytes). The tag is an HMAC over the rest of the URL, under a key of its own for either purpose: nothing has
// to be remembered, and a callback with anything changed is not ours.
#pragma once

#include "common/identifiers.h"
#include "common/result.h"
#include "server/login/challenge_age.h"
#include "server/login/key_ring.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

class LnurlChallengeCodec {
  public:
    // The path below public_url that wallets call.
    static constexpr std::string_view kPath = "/ln";
    static constexpr std::size_t kSubjectBytes = 12;

    // What an invitation is known by, such as the characters of its id: no secret, for it is in the URL.
    using InvitationId = std::array<std::uint8_t, kSubjectBytes>;

    struct SignIn {
        SessionId sessionId;
        KioskId kioskId; // empty: an unregistered screen
        std::chrono::sys_seconds mintedAt;
    };
    struct Invitation {
        InvitationId id{};
        std::chrono::sys_seconds expiresAt;
    };

    // publicUrl: canonical, see WebAddress::text().
    LnurlChallengeCodec(const KeyRing& keys, std::string publicUrl);

    // The callback URLs. The first has none for a session_ID that is not base64url of 12 bytes.
    std::optional<std::string> url(const SignIn& signIn) const;
    std::string url(const Invitation& invitation, std::chrono::sys_seconds now) const;

    // What a callback's parameters k1 and k (empty: none) stand for.
    Result<SignIn, ChallengeError> checkSignIn(std::string_view k1, std::string_view kiosk,
                                               std::chrono::sys_seconds now,
                                               std::chrono::seconds window) const;
    // The same of a callback with action=link.
    Result<Invitation, ChallengeError> checkInvitation(std::string_view k1,
                                                       std::chrono::sys_seconds now) const;

  private:
    DerivedKeys m_signInKeys;
    DerivedKeys m_invitationKeys;
    std::string m_publicUrl;
};

} // namespace latchkey
