// The sid: the display client's private handle, which carries its own session, so that none is stored.
//
//   base64url( version 1 B | random 16 B | issued_at 4 B big-endian Unix seconds | kiosk id 8 B | tag 16 B )
//
// The tag is an HMAC over the rest: only a server with the key in force at issued_at makes one that opens.
// The session_ID is an HMAC, under another key, of the random part: whoever sees it learns nothing of the
// sid.
#pragma once

#include "common/clock.h"
#include "common/identifiers.h"
#include "server/login/key_ring.h"

#include <optional>

namespace latchkey {

// What a sid stands for.
struct Session {
    SessionId id;
    KioskId kioskId; // empty: an unregistered screen
    std::chrono::sys_seconds startedAt;
};

class SidCodec {
  public:
    // Characters of a session_ID: 96 bits. It only has to be unique among the logins that are remembered.
    static constexpr std::size_t kSessionIdBytes = 12;
    // Longest kiosk id that a sid holds, in characters.
    static constexpr std::size_t kKioskIdBytes = 8;

    SidCodec(const KeyRing& keys, RandomFill random);

    Sid mint(const KioskId& kioskId, std::chrono::sys_seconds now) const;
    // Nullopt: forged, damaged, or of another server. Takes the same time wherever the tag differs.
    std::optional<Session> open(const Sid& sid) const;

  private:
    DerivedKeys m_tagKeys;
    DerivedKeys m_sessionIdKeys;
    RandomFill m_random;
};

} // namespace latchkey
