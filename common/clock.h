// The two things that make a rule untestable, passed in: what time it is, and chance.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>

namespace latchkey {

// Wall-clock time, to the second, as every rule of the protocol counts it.
using Now = std::function<std::chrono::sys_seconds()>;

inline std::chrono::sys_seconds systemNow() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// Fills the bytes with unpredictable ones.
using RandomFill = std::function<void(std::span<std::uint8_t>)>;

} // namespace latchkey
