// The table of facts: single values, such as what a running server tells the administration commands beside
// it, which may have been started with other settings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

class Transaction;

namespace facts {

// The address that phones open.
inline constexpr std::string_view kPublicUrl = "public_url";
// When a server last tried whether the database takes writes again (see Database::tryWriting).
inline constexpr std::string_view kTriedWriting = "tried_writing";

void put(Transaction& transaction, std::string_view name, std::string_view value);
std::optional<std::string> find(Transaction& transaction, std::string_view name);

} // namespace facts

} // namespace latchkey
