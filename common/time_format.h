// Instants and durations as text, for the wire, the configuration and the operator.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

// RFC 3339 in UTC, to the second: 2026-03-09T08:30:00Z.
std::string toRfc3339(std::chrono::sys_seconds instant);
// The same form only, with a real calendar date; also the date alone (midnight UTC).
std::optional<std::chrono::sys_seconds> fromRfc3339(std::string_view text);

// RFC 9110 §5.6.7's preferred form: Mon, 09 Mar 2026 08:30:00 GMT.
std::string toHttpDate(std::chrono::sys_seconds instant);

// A whole number with a unit: 90s, 15m, 12h, 30d. A bare number counts seconds. Nothing negative, and
// nothing longer than a hundred years.
std::optional<std::chrono::seconds> parseDuration(std::string_view text);
// The shortest exact form that parseDuration reads back: 900 s is 15m.
std::string toText(std::chrono::seconds duration);

} // namespace latchkey
