// All that a database holds, into another one, whichever engine each is on.
//
// What is only of this moment is not taken along: the table of changes.
#pragma once

#include "common/result.h"

#include <span>
#include <string>
#include <vector>

namespace latchkey {

class Database;

// What is copied of a table. Its rows are known by the first columns.
struct TableShape {
    const char* name;
    std::size_t keys;
    std::vector<const char*> columns;
};

// Every table that is copied, those that others refer to first.
std::span<const TableShape> copiedTables();

// What becomes of the data that the target has.
enum class Existing { Refuse, Replace };

struct CopiedTable {
    std::string name;
    long long rows = 0;
};

// Copies one state of the source, in one transaction of the target: all of it or nothing. Counts what has
// arrived. On failure: a sentence for the operator. Throws DatabaseError.
Result<std::vector<CopiedTable>, std::string> copyAll(Database& from, Database& to, Existing existing);

} // namespace latchkey
