#include "common/session_state.h"

#include <array>
#include <utility>

namespace latchkey {

namespace {

constexpr std::array<std::pair<SessionState, std::string_view>, 5> kWords{{
    {SessionState::Waiting, "waiting"},
    {SessionState::Scanned, "scanned"},
    {SessionState::Authenticated, "authenticated"},
    {SessionState::Declined, "declined"},
    {SessionState::Ended, "ended"},
}};

} // namespace

std::string_view toText(SessionState state) {
    for (const auto& [value, word] : kWords) {
        if (value == state) return word;
    }
    return "ended";
}

std::optional<SessionState> sessionStateFrom(std::string_view text) {
    for (const auto& [value, word] : kWords) {
        if (word == text) return value;
    }
    return std::nullopt;
}

} // namespace latchkey
