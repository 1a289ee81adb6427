// The settings of what makes the display client a kiosk (app/kiosk): a part of its settings, checked and
// ready to use.
#pragma once

#include "common/result.h"
#include "common/settings.h"

#include <chrono>
#include <string>
#include <vector>

namespace latchkey {

struct FittingSettings {
    std::chrono::seconds idleLock{60}; // without input before an open login is signed out
};

std::vector<SettingSpec> fittingSettingSpecs();

// On failure: one sentence that names the place, the key and the fix.
Result<FittingSettings, std::string> readFittingSettings(const Settings& settings);

} // namespace latchkey
