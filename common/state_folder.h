// Where a program keeps what it has to remember.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace latchkey {

// systemd's $STATE_DIRECTORY (the first, if there are several), else $XDG_STATE_HOME/latchkey, else
// ~/.local/state/latchkey (XDG Base Directory). Empty where there is no home either. It need not exist.
std::filesystem::path stateFolder(const std::map<std::string, std::string>& environment);

} // namespace latchkey
