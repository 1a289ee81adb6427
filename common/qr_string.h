// The QR string: the URL that the QR code shows, and the exact text that a scan client signs.
//
//   <public_url>/fast?s=<session_ID>&c=<secret>&t=<timestamp>[&k=<kiosk>][&lightning=<LNURL>]
//
// FAST's three parts (session_ID, secret, timestamp), bound to the server's address and to the kiosk; and
// where Lightning wallets call instead (LUD-01, fallback scheme). It is kept short, because every character
// makes the code denser and harder to scan across a lobby.
#pragma once

#include "common/identifiers.h"
#include "common/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace latchkey {

struct QrString {
    std::string publicUrl;             // canonical base address, no trailing slash
    SessionId sessionId;               // base64url
    std::string secret;                // the challenge, base64url
    std::chrono::sys_seconds mintedAt; // on the wire: lower-case hex Unix seconds, no leading zero
    KioskId kioskId;                   // empty: an unregistered screen
    std::string lightning{};           // LNURL1…, upper case; empty: not for Lightning wallets

    // The path below public_url that the QR string has and the webhook answers on.
    static constexpr std::string_view kPath = "/fast";

    std::string text() const;

    // Reads a QR string back. Unknown parameters are not tolerated here: the text is signed, so there is
    // one text for one meaning, and parse(x)->text() == x for every x that parses.
    // On failure: what is missing or malformed.
    static Result<QrString, std::string> parse(std::string_view text);
};

} // namespace latchkey
