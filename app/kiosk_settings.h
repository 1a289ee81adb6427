// The settings of the display client, read, checked and ready to use.
#pragma once

#include "app/discovery/server_pin.h"
#include "app/fitting_settings.h"
#include "common/event_log.h"
#include "common/identifiers.h"
#include "common/result.h"
#include "common/settings.h"
#include "common/web_address.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace latchkey {

struct KioskSettings {
    std::optional<TrustedServer> server; // as set, else as pinned; nothing: to be looked for
    KioskToken token;                    // empty: an unregistered screen
    bool windowed = false;
    bool terminal = false; // on standard output instead of a display
    LogFormat logFormat = LogFormat::Text;
    LogLevel logLevel = LogLevel::Info;
    FittingSettings fittings;
    Settings source; // for what else is read of them: see appearanceFrom()
};

// What there is to set. Environment variables have the same names in capitals behind LATCHKEY_KIOSK_.
std::vector<SettingSpec> kioskSettingSpecs();

// flags: by key, from the command line. configFile: from --config, empty if not given; then
// LATCHKEY_KIOSK_CONFIG names the one file to read, and without either the usual places are looked at. Where
// no server is set, the pinned one is taken. On failure: one sentence that names the place, the key and the
// fix.
Result<KioskSettings, std::string>
loadKioskSettings(const std::map<std::string, std::vector<std::string>>& flags, const std::string& configFile,
                  std::map<std::string, std::string> environment);

// The token in a file that nobody but its owner can read, without the white space around it.
// On failure: what is wrong with the file and how to put it right.
Result<KioskToken, std::string> readTokenFile(const std::filesystem::path& file);

} // namespace latchkey
