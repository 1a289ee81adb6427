// What every kind of challenge has in common: why one is refused, and how long it is good for.
#pragma once

#include "common/result.h"

#include <chrono>

namespace latchkey {

enum class ChallengeError {
    NotOurs, // not a challenge, or one that this server never made
    Expired, // older than its window, or from the future
};

// Fails with Expired. Another node's clock may be up to ten seconds ahead of ours.
inline Outcome<ChallengeError> checkAge(std::chrono::sys_seconds mintedAt, std::chrono::sys_seconds now,
                                        std::chrono::seconds window) {
    constexpr std::chrono::seconds kClockTolerance{10};
    if (now - mintedAt > window || mintedAt - now > kClockTolerance) return Failure{ChallengeError::Expired};
    return {};
}

} // namespace latchkey
