// The tables, and how a database of an older version becomes one of this version.
//
// A migration, once released, is never changed: the next change is a new one at the end of the list.
// Instants are Unix seconds in UTC. There is no table for sessions: nothing is stored until somebody
// approves.
//
// The statements are those of SQLite. On PostgreSQL a number that the engine gives is spelt otherwise, and
// texts are told to compare as SQLite's do, byte by byte and with lower() for ASCII alone (COLLATE "C"):
// so every query finds the same, in the same order, whatever the locale of the database is.
#pragma once

#include "common/result.h"

#include <string>

namespace latchkey {

class Transaction;
enum class SqlSpelling;

// The schema version this program works with.
int schemaVersion();

// Runs the migrations that the database lacks, and returns the version that it had before (0: it was empty).
// On failure (the database is of a later program): a sentence.
Result<int, std::string> migrate(Transaction& transaction, SqlSpelling spelling);

} // namespace latchkey
