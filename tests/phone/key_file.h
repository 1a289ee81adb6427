// Where the wallet's key is kept: one file, 64 hex digits and a line feed, for its owner's eyes only.
// The same 32 bytes are the seed (BIP-32) of the keys that it signs in with as a Lightning wallet, one for
// each service (LUD-05): nothing else has to be kept.
#pragma once

#include "common/result.h"
#include "tests/phone/wallet_key.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey::phone {

// $XDG_DATA_HOME/latchkey/phone.key, by default ~/.local/share/latchkey/phone.key (XDG Base Directory).
//   dataHome, home  the variables XDG_DATA_HOME and HOME, empty when they are not set
// Nothing when neither gives an absolute folder.
std::optional<std::filesystem::path> defaultKeyFile(std::string_view dataHome, std::string_view home);

// Creates the file with mode 0600, and its folder with mode 0700 where there is none. An existing file is
// never overwritten. On failure: the reason and the way out; nothing is left behind.
Outcome<std::string> storeKey(const std::filesystem::path& file, const WalletKey& key);

// Reads a key back. On failure: the reason and the way out; a file that others can read or write is refused.
Result<WalletKey, std::string> loadKey(const std::filesystem::path& file);

} // namespace latchkey::phone
