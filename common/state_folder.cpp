#include "common/state_folder.h"

namespace latchkey {

std::filesystem::path stateFolder(const std::map<std::string, std::string>& environment) {
    const auto variable = [&](const char* name) {
        const auto found = environment.find(name);
        return found == environment.end() ? std::string() : found->second;
    };
    const std::string systemd = variable("STATE_DIRECTORY");
    if (!systemd.empty()) return systemd.substr(0, systemd.find(':'));
    const std::filesystem::path xdg = variable("XDG_STATE_HOME");
    if (xdg.is_absolute()) return xdg / "latchkey";
    const std::string home = variable("HOME");
    return home.empty() ? std::filesystem::path() : std::filesystem::path(home) / ".local/state/latchkey";
}

} // namespace latchkey
