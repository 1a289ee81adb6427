#include "server/config/tiles.h"

#include "common/web_address.h"
#include "server/login/identity_rules.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

constexpr std::size_t kMostTiles = 50;
constexpr std::size_t kMostText = 2000;
constexpr std::size_t kMostLink = 500;

constexpr std::array<std::string_view, 5> kKeys{"title", "text", "icon", "link", "groups"};

template <class Words>
std::string list(const Words& words) {
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

// A QR code on the dashboard takes the link to a phone, so it has to be one that a phone can open.
bool isLink(std::string_view text) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos || text.size() > kMostLink) return false;
    if (std::ranges::any_of(text, [](unsigned char c) { return c <= ' ' || c >= 0x7F; })) return false;
    const std::string_view origin = text.substr(0, text.find_first_of("/?#", scheme + 3));
    return bool(WebAddress::parse(origin));
}

// Reads the tables of one file and remembers the first thing that is refused.
class Reader {
  public:
    explicit Reader(const std::filesystem::path& file) : m_file(file.string()) {}

    const std::string& problem() const { return m_problem; }

    void refuse(const toml::node& node, std::string_view key, std::string_view reason) {
        if (!m_problem.empty()) return;
        m_problem = m_file + ":" + std::to_string(node.source().begin.line) + ": " + std::string(key) + ": " +
                    std::string(reason);
    }

    std::vector<Tile> tiles(const toml::table& file) {
        std::vector<Tile> tiles;
        for (const auto& [key, node] : file) {
            if (key.str() != "tile" || !node.is_array_of_tables()) {
                refuse(node, key.str(), "this file has [[tile]] tables only; write [[tile]] above each tile");
                continue;
            }
            for (const toml::node& table : *node.as_array()) tiles.push_back(tile(*table.as_table()));
            if (tiles.size() > kMostTiles)
                refuse(node, "tile",
                       "there are more than " + std::to_string(kMostTiles) + "; leave some out");
        }
        return tiles;
    }

  private:
    Tile tile(const toml::table& table) {
        for (const auto& [key, node] : table) {
            if (std::ranges::find(kKeys, key.str()) == kKeys.end())
                refuse(node, key.str(), "a tile has no such key; it has " + list(kKeys));
        }
        Tile tile;
        tile.shown = {title(table), text(table, "text"), icon(table), link(table)};
        if (tile.shown.text.size() > kMostText)
            refuse(*table.get("text"), "text",
                   "it is longer than " + std::to_string(kMostText) + " bytes; shorten it");
        tile.groups = groups(table);
        return tile;
    }

    std::string text(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (!node) return {};
        if (const auto* value = node->as_string()) return value->get();
        refuse(*node, key, "it is not a string; write it in quotes");
        return {};
    }

    std::string title(const toml::table& table) {
        const auto title = checkName(text(table, "title"), "title");
        if (title) return *title;
        const toml::node* node = table.get("title");
        refuse(node ? *node : table, "title", title.error() + "; write title = \"Guest Wi-Fi\"");
        return {};
    }

    std::string icon(const toml::table& table) {
        std::string icon = text(table, "icon");
        if (!icon.empty() && std::ranges::find(kTileIcons, icon) == kTileIcons.end())
            refuse(*table.get("icon"), "icon",
                   "there is no icon \"" + icon + "\"; write one of: " + list(kTileIcons));
        return icon;
    }

    std::string link(const toml::table& table) {
        std::string link = text(table, "link");
        if (!link.empty() && !isLink(link)) {
            refuse(*table.get("link"), "link",
                   "\"" + link + "\" is not a web address of at most " + std::to_string(kMostLink) +
                       " bytes; write https://HOST/PATH");
        }
        return link;
    }

    std::vector<std::string> groups(const toml::table& table) {
        std::vector<std::string> groups;
        const toml::node* node = table.get("groups");
        if (!node) return groups;
        const toml::array* names = node->as_array();
        if (!names || names->empty()) {
            refuse(*node, "groups",
                   "it is not a list of groups; write groups = [\"staff\"], or leave it out");
            return groups;
        }
        for (const toml::node& name : *names) {
            const auto group = checkGroupName(name.value<std::string>().value_or(""));
            if (group) {
                groups.push_back(*group);
            } else {
                refuse(name, "groups", group.error());
            }
        }
        return groups;
    }

    std::string m_file;
    std::string m_problem;
};

} // namespace

Result<std::vector<Tile>, std::string> loadTiles(const std::filesystem::path& file) {
    if (file.empty()) return std::vector<Tile>();
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        return Failure{file.string() +
                       ": cannot be read: there is no such file; correct tiles_file or write the file"};
    }
    try {
        const toml::table table = toml::parse_file(file.string());
        Reader reader(file);
        auto tiles = reader.tiles(table);
        if (!reader.problem().empty()) return Failure{reader.problem()};
        return tiles;
    } catch (const toml::parse_error& problem) {
        return Failure{file.string() + ":" + std::to_string(problem.source().begin.line) +
                       ": not valid TOML: " + std::string(problem.description())};
    }
}

} // namespace latchkey
