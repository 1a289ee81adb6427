// The table of changes: which node has changed what, for the other nodes. A row is written in the transaction
// of the change itself. There is always one at least.
#pragma once

#include "server/store/change.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace latchkey {

class Transaction;

namespace changes {

struct Row {
    std::int64_t id = 0; // given by the store, rising, but not in the order in which they are committed
    std::string node{};
    Change change{};
};

void append(Transaction& transaction, const std::string& node, const std::set<Change>& changes);
// The oldest and the newest of all, those after the id, and those of these ids; by id.
std::vector<Row> endsAndAfter(Transaction& transaction, std::int64_t id,
                              const std::vector<std::int64_t>& ids = {});
void removeBefore(Transaction& transaction, std::int64_t id);

} // namespace changes

} // namespace latchkey
