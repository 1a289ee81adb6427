// The settings of what makes the display client a kiosk (app/kiosk): a part of its settings, checked and
// ready to use.
#pragma once

#include "app/kiosk/hooks.h"
#include "app/kiosk/night.h"
#include "app/kiosk/operator_pin.h"
#include "common/result.h"
#include "common/settings.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace latchkey {

struct FittingSettings {
    std::chrono::seconds idleLock{60}; // without input before an open login is signed out
    std::string output;                // the name of the screen to be on; empty: the primary one
    PinHash operatorPin;               // empty: there is no way out but from outside
    HookSettings hooks;
    std::filesystem::path speechProgram; // empty: it says nothing aloud
    std::optional<TimesOfDay> night;     // when the screen is darker
    int nightBrightness = 40;            // per cent of the light
    std::filesystem::path stateFolder;   // empty: there is none

    // Where wrong PINs are counted, wherever one is asked for; empty: nowhere.
    std::filesystem::path pinAttemptsFile() const {
        return stateFolder.empty() ? stateFolder : stateFolder / "operator-pin-attempts";
    }
};

std::vector<SettingSpec> fittingSettingSpecs();

// environment: says where state is kept. On failure: one sentence that names the place, the key and the fix.
Result<FittingSettings, std::string>
readFittingSettings(const Settings& settings, const std::map<std::string, std::string>& environment);

} // namespace latchkey
