// What a phase is called where nothing of what it holds may be told.
#pragma once

#include "app/client/login_phase.h"

#include <string_view>

namespace latchkey {

// "showing a code", "signed in" …
std::string_view phaseName(const LoginPhase& phase);

} // namespace latchkey
