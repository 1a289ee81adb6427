#include "common/time_format.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

namespace latchkey {

namespace {

using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr std::array<std::pair<char, int>, 4> kUnits{{{'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}}};

std::optional<long long> wholeNumber(std::string_view text) {
    long long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || text[0] == '-' || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

constexpr std::size_t kHttpDateSize = 29;

void appendTwoDigits(std::string& text, unsigned number) {
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

} // namespace

std::string toRfc3339(sys_seconds instant) {
    const sys_days day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

// Every answer has one: printf() would take ten times as long.
std::string toHttpDate(sys_seconds instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_days day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    std::string text;
    text.reserve(kHttpDateSize);
    text.append(days[std::chrono::weekday(day).c_encoding()]).append(", ");
    appendTwoDigits(text, static_cast<unsigned>(date.day()));
    text.append(" ").append(months[static_cast<unsigned>(date.month()) - 1]).append(" ");
    appendTwoDigits(text, year / 100);
    appendTwoDigits(text, year % 100);
    text += ' ';
    appendTwoDigits(text, static_cast<unsigned>(time.hours().count()));
    text += ':';
    appendTwoDigits(text, static_cast<unsigned>(time.minutes().count()));
    text += ':';
    appendTwoDigits(text, static_cast<unsigned>(time.seconds().count()));
    return text.append(" GMT");
}

std::optional<sys_seconds> fromRfc3339(std::string_view text) {
    constexpr std::string_view pattern = "dddd-dd-ddTdd:dd:ddZ";
    if (text.size() != pattern.size() && text.size() != 10) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == 'd' ? !digit : text[i] != pattern[i]) return std::nullopt;
    }
    const auto field = [text](std::size_t at, std::size_t length) {
        return static_cast<int>(wholeNumber(text.substr(at, length)).value_or(0));
    };
    const std::chrono::year_month_day date{std::chrono::year(field(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(field(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(field(8, 2)))};
    if (!date.ok()) return std::nullopt;
    if (text.size() == 10) return sys_seconds(sys_days(date));
    const int hour = field(11, 2);
    const int minute = field(14, 2);
    const int second = field(17, 2);
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) + seconds(second);
}

std::optional<seconds> parseDuration(std::string_view text) {
    constexpr long long hundredYears = 100LL * 366 * 86400;
    long long factor = 1;
    for (const auto& [unit, length] : kUnits) {
        if (!text.ends_with(unit)) continue;
        factor = length;
        text.remove_suffix(1);
        break;
    }
    const auto number = wholeNumber(text);
    if (!number || *number > hundredYears / factor) return std::nullopt;
    return seconds(*number * factor);
}

std::string toText(seconds duration) {
    for (const auto& [unit, length] : kUnits) {
        if (duration.count() != 0 && duration.count() % length == 0) {
            return std::to_string(duration.count() / length) + unit;
        }
    }
    return std::to_string(duration.count()) + "s";
}

} // namespace latchkey
