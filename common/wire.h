// The JSON shapes of the wire, as both programs read and write them. UTF-8; unknown members are ignored.
//
// Reading never throws: what cannot be understood gives a sentence that names the member and what was
// expected of it. Durations are whole seconds, instants RFC 3339 in UTC.
#pragma once

#include "common/identifiers.h"
#include "common/result.h"
#include "common/session_state.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

// GET /api/getqrcode
struct QrCodeAnswer {
    std::string qr; // the QR string to show
    Sid sid;        // the session to ask about from now on
    SessionState state = SessionState::Waiting;
    std::chrono::seconds expiresIn{0}; // from now until the QR string stops working
    std::chrono::seconds refreshIn{0}; // ask for a new one after this long
    std::chrono::seconds pollIn{0};    // ask for the state this often
    // For hands that cannot scan: an address, and a code to type there (RFC 8628 §6.1, "BCDF-GHJK"). It works
    // as long as the QR string. Both empty where the server has none.
    std::string typedCode{};
    std::string typedCodeAddress{}; // without the scheme: "lobby.example/c"

    std::string toJson() const;
    static Result<QrCodeAnswer, std::string> parse(std::string_view json);
};

// GET /api/checkfast
struct StatusAnswer {
    Sid sid; // empty ("null" on the wire): the session is gone, start over
    SessionState state = SessionState::Ended;
    // In state Scanned: two digits for the screen. The phone asks which number the screen shows; so a person
    // who approves has seen it. Empty in every other state, and where the server asks for no number.
    std::string number{};
    // In state Authenticated: the dashboard's revision. When it is another one than the dashboard that is
    // shown has, fetch the dashboard again. Empty in every other state, and from a server that does not tell.
    std::string revision{};

    std::string toJson() const;
    static Result<StatusAnswer, std::string> parse(std::string_view json);
};

// A registered display client, as people are told of it.
struct KioskLabel {
    std::string name;
    std::string place; // may be empty
    bool operator==(const KioskLabel&) const = default;
};

// The names that a tile's icon can have; who shows tiles draws them, and nothing for a name it does not know.
inline constexpr std::array<std::string_view, 12> kTileIcons{"info",  "clock",   "calendar", "map",
                                                             "lift",  "parking", "coffee",   "wifi",
                                                             "phone", "door",    "people",   "warning"};

// What the operator has put on a dashboard. The text is a small part of Markdown (CommonMark 0.30):
//   - paragraphs, with an empty line between them; a single line break is a space
//   - **bold** and *italic*, one inside the other if need be; a star between spaces is a star
//   - bullet lists: lines that start with "- ", not nested
// Everything else is text and is shown as it stands: no headings, no links, no images, no code, no entities,
// and above all no HTML, which whoever shows it has to escape.
struct DashboardTile {
    std::string title; // plain text, one line
    std::string text;  // the Markdown above; may be empty
    std::string icon;  // one of kTileIcons; may be empty
    std::string link;  // http or https, to take along as a QR code; may be empty
    bool operator==(const DashboardTile&) const = default;
};

// An earlier login of the same user, for them to see whether it was theirs.
struct SignIn {
    std::chrono::sys_seconds at;     // approved
    std::optional<KioskLabel> kiosk; // absent: an unregistered screen, or one that is no longer there
    std::string deviceLabel;         // may be empty
    bool operator==(const SignIn&) const = default;
};

// Something that happened to the user's own logins and devices.
struct Activity {
    std::chrono::sys_seconds at;
    // The audit's word: "login.approved", "login.signed_out". More words may come: pass over unknown ones.
    std::string event;
    std::optional<KioskLabel> kiosk; // absent: none had part in it, or none that is registered
    std::string deviceLabel;         // may be empty
    bool operator==(const Activity&) const = default;
};

// How much activity a dashboard has at most.
inline constexpr std::size_t kActivityShown = 5;

// GET /site/dashboard
struct DashboardAnswer {
    std::string userId;
    std::string userName;
    std::string deviceLabel;           // what approved it; may be empty
    std::chrono::sys_seconds since;    // approved
    std::chrono::sys_seconds until;    // ends by itself
    std::chrono::seconds expiresIn{0}; // until, as seen from now: good on a display whose clock is off
    std::optional<KioskLabel> kiosk;   // absent: an unregistered screen
    std::vector<std::string> notices;  // the operator's, in order
    // From here on absent where the server is older.
    std::string loginId{};              // the session_ID's text: names the login in the audit, opens nothing
    std::vector<DashboardTile> tiles{}; // the operator's for this user, in order
    std::optional<SignIn> lastSignIn{}; // the one before this login
    std::vector<Activity> activity{};   // this user's, newest first, at most kActivityShown
    std::string revision{};             // opaque; another one when tiles or notices are others

    std::string toJson() const;
    static Result<DashboardAnswer, std::string> parse(std::string_view json);
};

// POST /api/signout
struct SignOutRequest {
    Sid sid;

    std::string toJson() const;
    static Result<SignOutRequest, std::string> parse(std::string_view json);
};

// POST /api/kiosk/event, with the kiosk's token: something for the audit trail.
struct KioskEvent {
    std::string event;    // "operator_exit", "pin_refused", "pin_locked" or "hook_failed"
    std::string detail{}; // at most 200 bytes, without control characters; may be empty

    std::string toJson() const;
    static Result<KioskEvent, std::string> parse(std::string_view json);
};

// What the webhook answers, and every refusal: FAST's error codes with a sentence for a person.
struct Verdict {
    int status = 500; // the HTTP status, repeated in the body
    std::string message;
    std::string reason{}; // a refusal's, for programs: "expired"; may be empty
    std::string user{};   // an approval's: who is signed in; may be empty

    std::string toJson() const;
    static Result<Verdict, std::string> parse(std::string_view json);
};

} // namespace latchkey
