// What the tables hold, a struct a table.
#pragma once

#include "common/identifiers.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace latchkey {

using Instant = std::chrono::sys_seconds;

struct User {
    UserId id;
    std::string name;
    std::string email; // may be empty
    bool enabled = true;
    Instant createdAt;
};

struct Device {
    DeviceId id;
    UserId userId;
    std::string kind;       // "address" or "public_key"
    std::string credential; // canonical text, see server/credentials/credential.h
    std::string label;      // may be empty
    Instant createdAt;
    std::optional<Instant> revokedAt;
};

struct Kiosk {
    KioskId id;
    std::string name;
    std::string place;     // may be empty
    std::string tokenHash; // hex SHA-256 of its token
    Instant createdAt;
};

// One approved session.
struct Login {
    SessionId sessionId{};
    UserId userId{};     // empty once the user was removed
    DeviceId deviceId{}; // empty once the device was removed
    KioskId kioskId{};   // empty: an unregistered screen, or a kiosk that was removed
    Instant approvedAt{};
    Instant expiresAt{};
    std::optional<Instant> endedAt{}; // signed out, or ended by an operator

    bool activeAt(Instant now) const { return !endedAt && now < expiresAt; }
};

// One line of the audit trail. What does not apply is empty.
struct AuditEntry {
    std::int64_t id = 0; // given by the store, rising
    Instant at{};
    std::string event{}; // "<subject>.<what happened>": login.approved
    UserId userId{};
    DeviceId deviceId{};
    KioskId kioskId{};
    SessionId sessionId{};
    std::string address{}; // the client's IP address; empty for the command line
    std::string detail{};  // names at that time, or the reason
};

} // namespace latchkey
