#include "server/http/page_language.h"

#include "resources/embedded_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>
#include <strings.h>

namespace latchkey {

namespace {

constexpr std::array kTags{"en", "ar", "de", "es", "fr", "he", "hi", "it",
                           "ja", "nl", "pl", "pt", "tr", "uk", "zh"};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The part in front of the separator, which goes from the text with it.
std::string_view takeUntil(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

struct Preference {
    std::string_view range;
    int weight = 1000; // thousandths
};

// A qvalue (RFC 9110 §12.4.2): 0 to 1 with at most three decimals. Anything else is none at all.
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
    Preference preference{trimmed(takeUntil(element, ';'))};
    while (!element.empty()) {
        const std::string_view parameter = trimmed(takeUntil(element, ';'));
        if (parameter.starts_with("q=") || parameter.starts_with("Q=")) {
            preference.weight = weightOf(parameter.substr(2));
        }
    }
    return preference;
}

// Best first; those that weigh the same in the header's order.
std::vector<Preference> preferencesOf(std::string_view accepted) {
    std::vector<Preference> preferences;
    while (!accepted.empty()) {
        const Preference preference = preferenceOf(takeUntil(accepted, ','));
        if (preference.weight > 0) preferences.push_back(preference);
    }
    std::ranges::stable_sort(preferences, std::greater(), &Preference::weight);
    return preferences;
}

bool same(std::string_view tag, std::string_view range) {
    return tag.size() == range.size() && ::strncasecmp(tag.data(), range.data(), tag.size()) == 0;
}

} // namespace

const std::string& PageLanguage::text(std::string_view key) const {
    const auto found = m_texts.find(key);
    if (found == m_texts.end()) throw std::out_of_range(m_tag + " has no text " + std::string(key));
    return found->second;
}

PageLanguages::PageLanguages() {
    for (const std::string tag : kTags) {
        const auto catalogue = nlohmann::json::parse(embeddedFile("site/i18n/" + tag + ".json"));
        m_languages.emplace_back(tag, catalogue.get<PageLanguage::Texts>());
    }
}

const PageLanguage& PageLanguages::choose(std::string_view wanted, std::string_view accepted) const {
    if (const PageLanguage* const language = lookUp(wanted)) return *language;
    for (const Preference& preference : preferencesOf(accepted)) {
        if (const PageLanguage* const language = lookUp(preference.range)) return *language;
    }
    return m_languages.front();
}

// Takes one subtag after the other from the end, and single letters, which introduce what follows, with it.
const PageLanguage* PageLanguages::lookUp(std::string_view range) const {
    while (!range.empty()) {
        const auto found = std::ranges::find_if(
            m_languages, [range](const PageLanguage& language) { return same(language.tag(), range); });
        if (found != m_languages.end()) return &*found;
        do {
            const std::size_t hyphen = range.rfind('-');
            range = range.substr(0, hyphen == std::string_view::npos ? 0 : hyphen);
        } while (range.size() >= 2 && range[range.size() - 2] == '-');
    }
    return nullptr;
}

} // namespace latchkey
