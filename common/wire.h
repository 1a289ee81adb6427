// The JSON shapes of the wire, as both programs read and write them. UTF-8; unknown members are ignored.
//
// Reading never throws: what cannot be understood gives a sentence that names the member and what was
// expected of it. Durations are whole seconds, instants RFC 3339 in UTC.
#pragma once

#include "common/identifiers.h"
#include "common/result.h"
#include "common/session_state.h"

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

    std::string toJson() const;
    static Result<StatusAnswer, std::string> parse(std::string_view json);
};

// A registered display client, as people are told of it.
struct KioskLabel {
    std::string name;
    std::string place; // may be empty
    bool operator==(const KioskLabel&) const = default;
};

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

    std::string toJson() const;
    static Result<DashboardAnswer, std::string> parse(std::string_view json);
};

// POST /api/signout
struct SignOutRequest {
    Sid sid;

    std::string toJson() const;
    static Result<SignOutRequest, std::string> parse(std::string_view json);
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
