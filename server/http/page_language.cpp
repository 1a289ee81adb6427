#include "server/http/page_language.h"

#include "resources/embedded_files.h"
#include "server/http/quality_values.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <strings.h>

namespace latchkey {

namespace {

constexpr std::array kTags{"en", "ar", "de", "es", "fr", "he", "hi", "it",
                           "ja", "nl", "pl", "pt", "tr", "uk", "zh"};

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
    for (const auto& [range, weight] : preferencesOf(accepted)) {
        if (weight == 0) break;
        if (const PageLanguage* const language = lookUp(range)) return *language;
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
