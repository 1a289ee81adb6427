// SOCI's backend for PostgreSQL, which here sends a statement whole: in one trip to the server, where SOCI
// takes three (prepare, execute, deallocate) for each that it calls repeatable. Nothing is kept on the
// server's side between two transactions, since a pooler may give the next one another connection. Private to
// this folder.
#pragma once

#include <soci/soci.h>

namespace latchkey {

// To open a session with, in the place of soci::postgresql.
const soci::backend_factory& postgresInOneTrip();

// Of a session that was opened so: whether statements are prepared after all, for those who run one many
// times.
void prepareStatements(soci::session& session, bool prepared);

} // namespace latchkey
