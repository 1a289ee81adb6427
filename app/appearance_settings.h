// How the screen looks and which languages it speaks, as the operator set it.
#pragma once

#include "app/views/appearance.h"
#include "common/result.h"
#include "common/settings.h"

#include <string>
#include <vector>

namespace latchkey {

std::vector<SettingSpec> appearanceSettingSpecs();

// Reads the pictures, too, and sees to it that every text can be read on what it stands on (WCAG AA), in
// every theme that is in use. There has to be a QGuiApplication. On failure: one sentence that names the
// place, the key and the fix.
Result<Appearance, std::string> appearanceFrom(const Settings& settings);

} // namespace latchkey
