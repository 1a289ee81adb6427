// What an operator decides about logins, and about the dashboards behind them.
#pragma once

#include "common/wire.h"

#include <chrono>
#include <string>
#include <vector>

namespace latchkey {

// What becomes of a phone that nobody has enrolled.
enum class Registration {
    Closed,  // it is refused
    Open,    // it may register itself
    Approve, // it may register itself, and waits until the operator approves it
};

// Which approvals need the number that the screen shows (draft-ietf-oauth-cross-device-security §6.1).
enum class NumberRule {
    Page,   // those of the phone page: its own keys, and passkeys
    Always, // all: shuts out wallets, which show no number
};

// A tile, and whose dashboards it is on.
struct Tile {
    DashboardTile shown{};
    std::vector<std::string> groups{}; // empty: everybody's
};

struct LoginPolicy {
    bool onlyRegisteredKiosks = false;
    Registration registration = Registration::Closed;
    NumberRule requireNumber = NumberRule::Page;
    bool lightning = true;                       // QR codes carry an LNURL where the public URL allows it
    std::chrono::seconds challengeWindow{120};   // a QR string can be approved for this long
    std::chrono::seconds loginLifetime{900};     // a login ends by itself after this long
    std::chrono::seconds refreshInterval{30};    // FAST's
    std::chrono::seconds pollInterval{5};        // FAST's
    std::chrono::seconds sessionLifetime{86400}; // a session nobody approves gets a fresh sid after this long
    int refusedProofsPerMinute = 60;             // by client address
    std::vector<std::string> notices{};          // for every dashboard
    std::vector<Tile> tiles{};                   // in the order of the dashboards
};

} // namespace latchkey
