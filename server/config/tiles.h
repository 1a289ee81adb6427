// The tiles of the dashboards, which the operator keeps in a file of their own: TOML 1.0, a [[tile]] table
// for each.
//
//   [[tile]]
//   title = "Guest Wi-Fi"                       # plain text, at most 100 characters
//   text = "Network **lobby**, no password."    # the Markdown of DashboardTile, at most 2000 bytes
//   icon = "wifi"                               # one of kTileIcons
//   link = "https://wifi.example.org/"          # http or https, at most 500 bytes
//   groups = ["staff"]                          # whose users see it; none: everybody
//
// Only the title has to be there.
#pragma once

#include "common/result.h"
#include "server/login/login_policy.h"

#include <filesystem>
#include <string>
#include <vector>

namespace latchkey {

// The tiles of the file, in its order; of no file, none. On failure: one sentence that names the file, the
// line, the key and the fix.
Result<std::vector<Tile>, std::string> loadTiles(const std::filesystem::path& file);

} // namespace latchkey
