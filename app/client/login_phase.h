// Where a display client's login session stands, with everything a screen needs to show it and nothing else.
#pragma once

#include "app/client/scheduler.h"
#include "common/qr_matrix.h"
#include "common/wire.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace latchkey::phase {

// What a person without a camera types, and where. It works as long as the QR code that it stands under.
struct TypedCode {
    std::string code;    // "BCDF-GHJK"
    std::string address; // without the scheme: "lobby.example/c"
    bool operator==(const TypedCode&) const = default;
};

// A QR code that works now.
struct Code {
    QrMatrix matrix;
    std::string qrString;             // what the matrix says
    Scheduler::Instant since;         // on the screen
    Scheduler::Instant nextAt;        // when the next one is asked for
    std::optional<TypedCode> typed{}; // absent where the server has none
    bool operator==(const Code&) const = default;
};

// Nothing to show yet; a request is under way or about to be.
struct Connecting {};

// A person may scan.
struct ShowingCode {
    Code code;
};

// A phone has opened the code, and the server asks for no number. The code stays on the screen: whoever
// scanned may have walked away.
struct PhoneHere {
    Code code;
};

// A phone has opened the code and asks which number this screen shows. There is no code meanwhile.
struct ShowingNumber {
    std::string number; // two digits
};

// The login is approved; the dashboard is being fetched.
struct Approved {};

// The person said no on the phone, or took another number for the one shown. A fresh code follows by itself.
struct Declined {};

struct SignedIn {
    // Never null. Shared, since each copy of a short string may stay behind on the stack, which nothing wipes
    // after the lock.
    std::shared_ptr<const DashboardAnswer> dashboard;
    Scheduler::Instant endsAt; // when the login ends by itself
    bool fresh = true;         // unlocked this moment; false: shown before, and back or brought up to date
};

// The person is done and sees nothing of theirs any more; the server has yet to confirm.
struct SigningOut {
    bool serverAway = false; // it did not at the first attempt; it is asked again until it does
};

// The login is over, and nothing of it is left here. A fresh code follows by itself.
struct Goodbye {
    enum class Cause {
        SignedOut, // by the person, on this screen
        Over,      // its time was up
        Elsewhere, // ended by the person's phone, or by an operator
    };
    Cause cause = Cause::SignedOut;
};

// The server is away, or its answers make no sense. It is asked again by itself.
struct Away {
    enum class Cause { Unreachable, Faulty };
    Cause cause = Cause::Unreachable;
    std::string detail; // one sentence for whoever looks after this screen
    Scheduler::Instant since;
    Scheduler::Instant nextTry;
    // Somebody's login is active; it comes back with the server unless it is signed out.
    bool loginOpen = false;
};

// The server does not serve this screen: its token is missing or not known there. It is asked again by
// itself.
struct Refused {
    std::string reason; // the server's sentence
    Scheduler::Instant nextTry;
};

// Somebody else answers in the place of the server that this screen trusts, or that one has another key now.
// Whoever looks after the screen has to say which; until then it is asked again by itself, and told nothing.
struct WrongServer {
    std::string reason;
    Scheduler::Instant nextTry;
};

} // namespace latchkey::phase

namespace latchkey {

using LoginPhase = std::variant<phase::Connecting, phase::ShowingCode, phase::PhoneHere, phase::ShowingNumber,
                                phase::Approved, phase::Declined, phase::SignedIn, phase::SigningOut,
                                phase::Goodbye, phase::Away, phase::Refused, phase::WrongServer>;

} // namespace latchkey
