// Where a session stands, in the words of the wire ("state" in the answers).
#pragma once

#include <optional>
#include <string_view>

namespace latchkey {

enum class SessionState {
    Waiting,       // a QR code may be shown; nobody has done anything yet
    Scanned,       // a phone has opened the QR string
    Authenticated, // approved, and the login is active
    Declined,      // the person said no; the session will not be approved any more
    Ended,         // signed out, expired, or never ours: start over with a fresh session
};

std::string_view toText(SessionState state);
std::optional<SessionState> sessionStateFrom(std::string_view text);

// FAST's own field: 1 when signed in, else 0.
inline int fastStatus(SessionState state) {
    return state == SessionState::Authenticated ? 1 : 0;
}

} // namespace latchkey
