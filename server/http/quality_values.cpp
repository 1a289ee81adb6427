#include "server/http/quality_values.h"

#include "server/http/header_text.h"

#include <algorithm>
#include <functional>

namespace latchkey {

namespace {

// The part in front of the separator, which goes from the text with it.
std::string_view takeUntil(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return trimmed(part);
}

// 0 to 1 with at most three decimals. Anything else is none at all.
int weightOf(std::string_view qvalue) {
    if (qvalue.empty() || qvalue.size() > 5 || (qvalue.size() > 1 && qvalue[1] != '.')) return 0;
    int weight = 0;
    for (const std::size_t digit : {0, 2, 3, 4}) {
        const char character = digit < qvalue.size() ? qvalue[digit] : '0';
        if (character < '0' || character > '9') return 0;
        weight = weight * 10 + (character - '0');
    }
    return std::min(weight, 1000);
}

Preference preferenceOf(std::string_view element) {
    Preference preference{takeUntil(element, ';')};
    while (!element.empty()) {
        const std::string_view parameter = takeUntil(element, ';');
        if (parameter.starts_with("q=") || parameter.starts_with("Q=")) {
            preference.weight = weightOf(parameter.substr(2));
        }
    }
    return preference;
}

} // namespace

std::vector<Preference> preferencesOf(std::string_view header) {
    std::vector<Preference> preferences;
    while (!header.empty()) preferences.push_back(preferenceOf(takeUntil(header, ',')));
    std::ranges::stable_sort(preferences, std::greater(), &Preference::weight);
    return preferences;
}

} // namespace latchkey
