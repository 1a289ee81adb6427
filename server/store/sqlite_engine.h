// SQLite: one file, which any number of processes of one machine may have open.
//
// In WAL mode with foreign keys, full synchronisation and a busy timeout: when write() has returned, what was
// written survives a kill -9 and a power cut. Reads run side by side on a pool of connections; writes of one
// process queue up on one, those of several processes on the file's lock.
#pragma once

#include "server/store/database_location.h"
#include "server/store/engine.h"

namespace latchkey {

// Makes the folder (0700) and the file (0600) when there are none. On failure: a sentence for the operator.
Result<std::unique_ptr<Engine>, std::string> openSqlite(const SqliteFile& file);

} // namespace latchkey
