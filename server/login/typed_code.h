// Typed codes: eight letters that stand for the QR code on a screen, for hands that cannot scan.
//
// A code is an HMAC over the session and the half-minute in which it is shown, under the key in force at its
// beginning, so nothing is stored when one is shown. There is no way back from a code to its session: the
// screens ask for their state every few seconds anyway, and the one that shows the code is found that way.
#pragma once

#include "common/identifiers.h"
#include "server/login/key_ring.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

class TypedCodeCodec {
  public:
    // RFC 8628 §6.1: no vowels, so that no words appear; no digits, so that nothing looks alike.
    static constexpr std::string_view kAlphabet = "BCDFGHJKLMNPQRSTVWXZ";
    static constexpr std::size_t kLetters = 8; // 20^8 codes: 34 bits

    explicit TypedCodeCodec(const KeyRing& keys);

    // "BCDF-GHJK". Stays the same for a half-minute.
    std::string codeFor(const SessionId& session, std::chrono::sys_seconds now) const;

    // Whether the session's screen has shown the code within the window, which is at least a half-minute.
    bool isOf(std::string_view code, const SessionId& session, std::chrono::sys_seconds now,
              std::chrono::seconds window) const;

    // What a person typed, in the one form that codeFor() has: in either case, with or without hyphen and
    // spaces. Nullopt: this cannot be a code.
    static std::optional<std::string> canonical(std::string_view typed);

  private:
    std::string codeIn(const SessionId& session, long long halfMinute) const;

    DerivedKeys m_keys;
};

} // namespace latchkey
