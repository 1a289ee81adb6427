// The table of logins. Its primary key makes a session approvable once, on any number of servers.
#pragma once

#include "server/store/records.h"

namespace latchkey {

class Transaction;

namespace logins {

// False when the session was approved before: nothing is stored then.
bool insert(Transaction& transaction, const Login& login);
std::optional<Login> find(Transaction& transaction, const SessionId& id);
// When the device was last used to approve; nullopt: never.
std::optional<Instant> lastApprovalBy(Transaction& transaction, const DeviceId& id);

// Ends what is active at that time. Each returns how many logins it ended.
int end(Transaction& transaction, const SessionId& id, Instant at);
int endAllOf(Transaction& transaction, const UserId& id, Instant at);
int endAllOf(Transaction& transaction, const DeviceId& id, Instant at);
int endAllOf(Transaction& transaction, const KioskId& id, Instant at);

// Forgets the logins that expired before the instant.
void removeExpiredBefore(Transaction& transaction, Instant instant);

} // namespace logins

} // namespace latchkey
