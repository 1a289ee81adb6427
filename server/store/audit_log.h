// The audit trail: who did what, where, when. Only ever added to, in the transaction of the deed itself, so
// that neither is there without the other.
#pragma once

#include "server/store/records.h"

#include <vector>

namespace latchkey {

class Transaction;

namespace audit_log {

void append(Transaction& transaction, const AuditEntry& entry);
// Those after the id, at or after the instant, oldest first; at most `most`.
std::vector<AuditEntry> after(Transaction& transaction, std::int64_t id, Instant since, int most);
void removeBefore(Transaction& transaction, Instant instant);

} // namespace audit_log

} // namespace latchkey
