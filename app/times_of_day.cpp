#include "app/times_of_day.h"

namespace latchkey {

namespace {

// "06:30"
std::optional<int> parseMinute(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t at : {0, 1, 3, 4}) {
        if (text[at] < '0' || text[at] > '9') return std::nullopt;
    }
    const int hour = 10 * (text[0] - '0') + text[1] - '0';
    const int minute = 10 * (text[3] - '0') + text[4] - '0';
    if (hour > 23 || minute > 59) return std::nullopt;
    return 60 * hour + minute;
}

} // namespace

std::optional<TimesOfDay> parseTimesOfDay(std::string_view text) {
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const auto from = parseMinute(text.substr(0, 5));
    const auto until = parseMinute(text.substr(6));
    if (!from || !until || *from == *until) return std::nullopt;
    return TimesOfDay{*from, *until};
}

bool contains(const TimesOfDay& times, int minute) {
    if (times.from < times.until) return minute >= times.from && minute < times.until;
    return minute >= times.from || minute < times.until;
}

} // namespace latchkey
