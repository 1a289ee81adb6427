#include "server/login/dashboard_content.h"

#include "server/login/server_key.h"

#include <algorithm>
#include <string_view>

namespace latchkey {

namespace {

constexpr std::size_t kRevisionCharacters = 16; // 64 bits of SHA-256: a clash would only miss one refresh

bool isFor(const Tile& tile, const std::vector<std::string>& groups) {
    const auto has = [&](const std::string& group) {
        return std::ranges::find(groups, group) != groups.end();
    };
    return tile.groups.empty() || std::ranges::any_of(tile.groups, has);
}

} // namespace

std::string DashboardContent::revision() const {
    std::string text;
    // With its length, so that no text can look like two.
    const auto add = [&text](std::string_view part) {
        text += std::to_string(part.size()) + ":";
        text += part;
    };
    add(std::to_string(tiles.size()));
    for (const DashboardTile& tile : tiles) {
        for (const std::string& part : {tile.title, tile.text, tile.icon, tile.link}) add(part);
    }
    for (const std::string& notice : notices) add(notice);
    return sha256Hex(text).substr(0, kRevisionCharacters);
}

DashboardContent contentFor(const LoginPolicy& policy, const std::vector<std::string>& groups) {
    DashboardContent content{{}, policy.notices};
    for (const Tile& tile : policy.tiles) {
        if (isFor(tile, groups)) content.tiles.push_back(tile.shown);
    }
    return content;
}

} // namespace latchkey
