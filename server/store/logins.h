// The table of logins. Its primary key makes a session approvable once, on any number of servers; a session
// that was burnt takes the same place, so that it can be either, never both.
#pragma once

#include "server/store/records.h"

#include <vector>

namespace latchkey {

class Transaction;

namespace logins {

// False when the session was approved or burnt before: nothing is stored then.
bool insert(Transaction& transaction, const Login& login);
std::optional<Login> find(Transaction& transaction, const SessionId& id);
// Those that were approved or burnt since then, or are active at that time.
std::vector<SessionId> sessionsSince(Transaction& transaction, Instant since, Instant at);
// The last login that the device approved.
std::optional<Login> lastApprovalBy(Transaction& transaction, const DeviceId& id);

// Ends what is active at that time. Each returns how many logins it ended.
int end(Transaction& transaction, const SessionId& id, Instant at);
int endAllOf(Transaction& transaction, const UserId& id, Instant at);
int endAllOf(Transaction& transaction, const DeviceId& id, Instant at);
int endAllOf(Transaction& transaction, const KioskId& id, Instant at);

// Forgets the logins that expired before the instant.
void removeExpiredBefore(Transaction& transaction, Instant instant);

} // namespace logins

} // namespace latchkey
