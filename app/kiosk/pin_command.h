// "latchkey-kiosk pin set FILE": asks for a PIN twice and writes its hash.
#pragma once

#include "common/clock.h"

#include <filesystem>
#include <iosfwd>

namespace latchkey {

// Reads two lines from the descriptor; on a terminal the typing is not shown. Returns the exit status: 0, or
// 1 with the reason on the stream.
int setPin(const std::filesystem::path& file, int input, std::ostream& messages, const RandomFill& random);

} // namespace latchkey
