#include "server/http/markup.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::string_view kBullet = "- ";

bool isSpace(char character) {
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
}

std::size_t starsAt(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of('*', at), text.size()) - at;
}

// Where the stars are that end what `stars` of them began before `from`; npos: nowhere, so they are just
// stars. Of a longer run the last ones count: "**a *b***".
std::size_t endOf(std::string_view text, std::size_t from, std::size_t stars) {
    for (std::size_t at = text.find('*', from); at != std::string_view::npos;) {
        const std::size_t run = starsAt(text, at);
        const bool fits = run == stars || run > 2;
        if (fits && at > from && !isSpace(text[at - 1])) return at + run - stars;
        at = text.find('*', at + run);
    }
    return std::string_view::npos;
}

// Bold and italic, within a paragraph or an item.
std::string inlineMarkup(std::string_view text) {
    std::string markup;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '*') {
            const std::size_t next = std::min(text.find('*', at), text.size());
            markup += escapeHtml(text.substr(at, next - at));
            at = next;
            continue;
        }
        const std::size_t run = starsAt(text, at);
        const std::size_t stars = std::min<std::size_t>(run, 2);
        const std::size_t from = at + stars;
        const bool begins = at + run < text.size() && !isSpace(text[at + run]);
        const std::size_t end = begins ? endOf(text, from, stars) : std::string_view::npos;
        if (end == std::string_view::npos) {
            markup.append(run, '*');
            at += run;
            continue;
        }
        const std::string_view element = stars == 2 ? "strong" : "em";
        markup.append("<").append(element).append(">").append(inlineMarkup(text.substr(from, end - from)));
        markup.append("</").append(element).append(">");
        at = end + stars;
    }
    return markup;
}

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && isSpace(line.front())) line.remove_prefix(1);
    while (!line.empty() && isSpace(line.back())) line.remove_suffix(1);
    return line;
}

// Puts lines together to paragraphs and lists.
class Blocks {
  public:
    void add(std::string_view line) {
        if (line.empty()) return finish();
        if (line.starts_with(kBullet)) {
            finishBlock();
            if (!m_inList) m_markup += "<ul>";
            m_inList = m_isItem = true;
            line.remove_prefix(kBullet.size());
        }
        if (!m_block.empty()) m_block += ' ';
        m_block += trimmed(line);
    }

    std::string take() {
        finish();
        return std::move(m_markup);
    }

  private:
    void finishBlock() {
        if (!m_block.empty())
            m_markup += (m_isItem ? "<li>" : "<p>") + inlineMarkup(m_block) + (m_isItem ? "</li>" : "</p>");
        m_block.clear();
        m_isItem = false;
    }

    void finish() {
        finishBlock();
        if (m_inList) m_markup += "</ul>";
        m_inList = false;
    }

    std::string m_markup;
    std::string m_block; // the paragraph or item that is being read
    bool m_isItem = false;
    bool m_inList = false;
};

} // namespace

std::string escapeHtml(std::string_view text) {
    std::string escaped;
    for (const char character : text) {
        switch (character) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += character;
        }
    }
    return escaped;
}

std::string tileMarkup(std::string_view text) {
    Blocks blocks;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        blocks.add(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return blocks.take();
}

} // namespace latchkey
