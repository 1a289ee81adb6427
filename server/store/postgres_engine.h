// PostgreSQL: one server, for latchkey-servers on any number of machines.
//
// Writes are SERIALIZABLE, and run anew when they were not alone (40001, 40P01, and 23505 for a key that
// another one has taken meanwhile); reads see one snapshot and
// conflict with nobody. No transaction lasts longer than kLongestTransaction, the run of a statement and
// of the commit itself included: see ChangeFeed, which counts on it.
#pragma once

#include "server/store/database_location.h"
#include "server/store/engine.h"

#include <chrono>

namespace latchkey {

// On failure: a sentence for the operator.
Result<std::unique_ptr<Engine>, std::string> openPostgres(const PostgresServer& server);

} // namespace latchkey
