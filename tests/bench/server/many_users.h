// A database of any number of users, each with a device.
#pragma once

#include "tests/support/test_wallet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace latchkey::bench {

// database: as --database takes it, an empty one that no server has open. The wallets' users are among the
// others, evenly; those have keys that nobody can sign with.
void enrolAmongMany(const std::string& database, std::size_t users, const std::vector<TestWallet>& wallets);

} // namespace latchkey::bench
