// The files that the phone's pages load: script, style sheet and pictures, compressed when the program was
// built.
//
// Under the address that names its version (pages.cpp writes those) a file never changes, and may be cached
// for good (RFC 8246); under any other it may not.
#pragma once

#include <httplib.h>

namespace latchkey {

void installAssets(httplib::Server& server);

} // namespace latchkey
