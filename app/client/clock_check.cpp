#include "app/client/clock_check.h"

#include <utility>

namespace latchkey {

namespace {

std::optional<std::chrono::minutes> inMinutes(std::optional<std::chrono::seconds> off) {
    if (!off) return std::nullopt;
    return std::chrono::round<std::chrono::minutes>(*off);
}

} // namespace

ClockCheck::ClockCheck(Now now) : m_now(std::move(now)) {}

void ClockCheck::hear(std::chrono::sys_seconds serverTime) {
    const std::chrono::seconds ahead = m_now() - serverTime;
    const auto before =
        std::exchange(m_off, std::chrono::abs(ahead) > kTolerance ? std::optional(ahead) : std::nullopt);
    if (inMinutes(before) != inMinutes(m_off)) emit changed();
}

} // namespace latchkey
