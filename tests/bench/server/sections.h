// What is measured: each takes some minutes, says on standard error what it finds besides, and adds its rows.
#pragma once

#include "tests/bench/server/table.h"

#include <cstddef>

namespace latchkey::bench {

inline constexpr std::size_t kUsers = 16; // with a wallet each, where more make no difference

void measureFront(Table& table);     // requests a second, beside nginx
void measureKiosks(Table& table);    // fleets of them, one beset
void measureAbuse(Table& table);     // requests without an end
void measureApprovals(Table& table); // beside the library that recovers the keys
void measureUsers(Table& table);     // approvals with a thousand and a million
void measureNodes(Table& table);     // several servers on one PostgreSQL
void measureTls(Table& table);       // beside nginx

} // namespace latchkey::bench
