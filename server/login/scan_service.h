// The phone page's side: a phone opens a session's page, names the number that the screen shows, or declines;
// locks a screen that it has unlocked; and a code that somebody typed becomes a QR string.
//
// The number is what makes a code that was sent on from afar fail: who does not stand before the screen does
// not know it, and a wrong one burns the session (draft-ietf-oauth-cross-device-security §6.1). Thread-safe.
// Throws DatabaseError when the database fails.
#pragma once

#include "common/wire.h"
#include "server/credentials/credential.h"
#include "server/login/login_core.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

// What a phone's key is here.
struct PhoneStanding {
    enum class State { Unknown, Enrolled, Pending, Disabled };

    State state = State::Unknown;
    std::string userName{}; // of an enrolled or a pending one
};

class ScanService {
  public:
    // How long a typed code waits for the screen that shows it: a little longer than between two polls.
    static constexpr std::chrono::seconds kTypedCodePatience{7};
    // A phone that has picked its number may take this long to register itself, though its QR code expires
    // before.
    static constexpr std::chrono::seconds kRegistrationTime{600};
    // Wrong typed codes in a day: from one address, and in all. A screen shows four codes in a challenge
    // window, so 1,000 guesses hit one of a given screen's with a chance of 4,000 / 20^8: one in six million.
    static constexpr std::chrono::hours kMissesCountFor{24};
    static constexpr int kMissesFromAddress = 30;
    static constexpr int kMissesFromAll = 1000;
    // Pages that one address may open in a minute: each is a row until it expires.
    static constexpr int kOpensPerMinute = 300;

    // The core has to outlive the service.
    explicit ScanService(LoginCore& core);

    // What a person is about to approve: the kiosk, or none for an unregistered screen. Stores nothing.
    Result<std::optional<KioskLabel>, Refusal> describe(std::string_view qrString);

    struct Opened {
        std::string token;                  // the phone's handle on this scan
        std::array<std::string, 3> numbers; // one of them is on the screen; two digits each
        std::chrono::seconds expiresIn{0};
    };
    // The phone has opened the session's page. Takes the place of a phone that did so before.
    Result<Opened, Refusal> open(std::string_view qrString, const std::string& clientAddress);

    // The phone says which number the screen shows. A wrong one burns the session.
    Outcome<Refusal> pick(const std::string& token, std::string_view number,
                          const std::string& clientAddress);

    // "This isn't me": burns the session.
    Outcome<Refusal> decline(const std::string& token, const std::string& clientAddress);

    // Ends the login that this phone approved, for somebody who left the screen unlocked.
    Outcome<Refusal> lock(const std::string& token, const std::string& clientAddress);

    PhoneStanding standing(Credential::Kind kind, const std::string& credential);

    // The QR string that the typed code stands for. Waits for the screen that shows it, at most that long.
    Result<std::string, Refusal> resolveTypedCode(std::string_view typed, const std::string& clientAddress,
                                                  std::chrono::seconds patience = kTypedCodePatience);

  private:
    Refusal record(const Refusal& refusal, const std::optional<Scan>& scan, const std::string& clientAddress);
    Result<std::string, Refusal> awaitTypedCode(const std::string& code, std::chrono::seconds patience);

    LoginCore& m_core;
    AddressLimiter m_opens;
};

} // namespace latchkey
