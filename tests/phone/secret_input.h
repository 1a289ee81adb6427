// A secret that a person types or a program pipes in.
#pragma once

#include "tests/phone/wallet_key.h"

namespace latchkey::phone {

// The first line of a file descriptor, at most 256 bytes, without white space around it. On a terminal the
// typing is not shown.
SecretKeyText readSecretLine(int descriptor);

} // namespace latchkey::phone
