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
    std::string kind;       // see toText(Credential::Kind)
    std::string credential; // canonical text, see server/credentials/credential.h
    std::string label;      // may be empty
    Instant createdAt;
    std::optional<Instant> revokedAt;
    bool pending = false; // registered by itself, and waits for the operator
};

// What a passkey's assertion is verified with, beside its device.
struct StoredPasskey {
    DeviceId deviceId;
    int algorithm = 0;         // its COSE number
    std::string publicKey;     // see server/credentials/webauthn.h
    std::uint32_t counter = 0; // the authenticator's, when it was last used (WebAuthn §6.1.1)
};

struct Kiosk {
    KioskId id;
    std::string name;
    std::string place;     // may be empty
    std::string tokenHash; // hex SHA-256 of its token
    Instant createdAt;
};

// One session that was approved, or burnt: made useless for good.
struct Login {
    SessionId sessionId{};
    UserId userId{};     // empty when it was burnt, or once the user was removed
    DeviceId deviceId{}; // empty once the device was removed
    KioskId kioskId{};   // empty: an unregistered screen, or a kiosk that was removed
    Instant approvedAt{};
    Instant expiresAt{};
    std::optional<Instant> endedAt{}; // signed out, or ended by an operator
    std::string burnt{};              // why nobody may approve it; empty when somebody did
    std::string address{};            // the approving client's IP address

    bool activeAt(Instant now) const { return !endedAt && now < expiresAt; }
};

// A phone that has a session's page open, and the number that it has to ask for.
struct Scan {
    SessionId sessionId{};
    std::string tokenHash{}; // hex SHA-256 of the token that the phone has
    KioskId kioskId{};       // empty: an unregistered screen
    std::string qr{};        // the QR string that the phone has opened
    std::string number{};    // two digits
    Instant openedAt{};
    Instant expiresAt{};
    std::optional<Instant> pickedAt{};   // when the phone named the right number
    std::optional<Instant> approvedAt{}; // when the phone approved the session

    bool activeAt(Instant now) const { return now < expiresAt; }
};

// A link with which somebody adds a phone to a user, once.
struct Invitation {
    std::string tokenHash; // hex SHA-256
    UserId userId;
    Instant createdAt;
    Instant expiresAt;
    std::optional<Instant> usedAt;

    bool activeAt(Instant now) const { return !usedAt && now < expiresAt; }
};

// A code that somebody typed instead of scanning.
struct TypedCode {
    std::string code;
    std::string address; // the client's IP network, see clientNetwork()
    Instant askedAt;
    int tries = 1;
    std::string qr; // the QR string it stands for; empty: no screen has said that it shows this code
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
