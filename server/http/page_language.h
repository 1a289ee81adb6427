// The languages of the pages that a phone opens: which one a request asks for, and its texts.
//
// A catalogue is resources/site/i18n/<tag>.json: every text under a key, "lang" and "dir" for the page's root
// element among them. {name} in a text stands for what the page knows under that name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

class PageLanguage {
  public:
    using Texts = std::map<std::string, std::string, std::less<>>;

    // tag: a language tag (RFC 5646), lower case.
    PageLanguage(std::string tag, Texts texts) : m_tag(std::move(tag)), m_texts(std::move(texts)) {}

    const std::string& tag() const { return m_tag; }
    const Texts& texts() const { return m_texts; }
    // Asking for a key that the catalogue does not have is a mistake in the program: std::out_of_range.
    const std::string& text(std::string_view key) const;

  private:
    std::string m_tag;
    Texts m_texts;
};

class PageLanguages {
  public:
    PageLanguages();

    // The first is English, the one for whoever asks for none of them.
    const std::vector<PageLanguage>& all() const { return m_languages; }

    // Lookup (RFC 4647 §3.4): "de-CH-1996" is served "de". wanted: one tag that goes before everything, empty
    // for none; accepted: an Accept-Language header (RFC 9110 §12.5.4). Neither needs to be well-formed.
    const PageLanguage& choose(std::string_view wanted, std::string_view accepted) const;

  private:
    const PageLanguage* lookUp(std::string_view range) const;

    std::vector<PageLanguage> m_languages;
};

} // namespace latchkey
