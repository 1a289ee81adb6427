// PostgreSQL: one server, for latchkey-servers on any number of machines.
//
// Writes are SERIALIZABLE, and run anew when they were not alone (40001, 40P01, and 23505 for a key that
// another one has taken meanwhile); reads see one snapshot and conflict with nobody. Neither is committed
// when its work took longer than 5 s, and no statement of it, the commit included, nor any pause between two
// may take longer: ChangeFeed counts on that.
//
// Whoever changes the schema or all of the data takes an advisory lock first, so that servers that start at
// once on an empty database do not collide. An engine that speaks PostgreSQL's protocol and whose advisory
// locks do nothing is to be prepared by one "database migrate" before its servers start.
#pragma once

#include "server/store/database_location.h"
#include "server/store/engine.h"

namespace latchkey {

// On failure: a sentence for the operator.
Result<std::unique_ptr<Engine>, std::string> openPostgres(const PostgresServer& server);

} // namespace latchkey
