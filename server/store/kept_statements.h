// SOCI's backend for SQLite, which here keeps what was prepared: to parse a statement takes longer than to
// run it. A connection's statements are kept with it, by their text; values are bound, so there are only so
// many. Private to this folder.
#pragma once

#include <soci/soci.h>

namespace latchkey {

// To open a session with, in the place of soci::sqlite3.
const soci::backend_factory& sqliteWithKeptStatements();

} // namespace latchkey
