// A part of every day, perhaps past midnight: "22:00-06:00".
#pragma once

#include <optional>
#include <string_view>

namespace latchkey {

// Minutes since midnight, 0 to 1439. Where until is before from, it lasts past midnight.
struct TimesOfDay {
    int from = 0;  // the first minute within
    int until = 0; // the first one after
    bool operator==(const TimesOfDay&) const = default;
};

// "HH:MM-HH:MM", two different times; nothing for anything else.
std::optional<TimesOfDay> parseTimesOfDay(std::string_view text);

bool contains(const TimesOfDay& times, int minute);

} // namespace latchkey
