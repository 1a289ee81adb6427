// The table of invitations: links with which somebody adds a phone to a user, each once.
#pragma once

#include "server/store/records.h"

#include <string_view>

namespace latchkey {

class Transaction;

namespace invitations {

void insert(Transaction& transaction, const Invitation& invitation);
std::optional<Invitation> withToken(Transaction& transaction, std::string_view tokenHash);
// The one whose token's hash begins with these lower-case hex digits.
std::optional<Invitation> withTokenPrefix(Transaction& transaction, std::string_view hashPrefix);
// False when it was used before.
bool markUsed(Transaction& transaction, std::string_view tokenHash, Instant at);
void removeExpiredBefore(Transaction& transaction, Instant instant);

} // namespace invitations

} // namespace latchkey
