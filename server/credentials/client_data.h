// The client data: what a browser says about the page that asked, and an authenticator signs (WebAuthn
// Level 2 §5.8.1).
#pragma once

#include "server/credentials/webauthn.h"

namespace latchkey {

enum class Ceremony { Registration, Assertion }; // create(), get()

// Checks the JSON of client data: its type, challenge and origin, and that no other page had ours in a frame.
// It is read as §7.1 and §7.2 have it: a byte order mark is skipped, of members of one name the last one
// counts, unknown members are ignored.
Outcome<WebAuthnError> checkClientData(ByteView json, Ceremony ceremony, std::string_view challenge,
                                       std::string_view origin);

} // namespace latchkey
