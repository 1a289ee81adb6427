// The table of scans: the phones that have a session's page open. A row a session: the last phone that opened
// it.
#pragma once

#include "server/store/records.h"

#include <string_view>
#include <vector>

namespace latchkey {

class Transaction;

namespace scans {

// Takes the place of another phone's scan of the same session.
void put(Transaction& transaction, const Scan& scan);
std::optional<Scan> find(Transaction& transaction, const SessionId& id);
// Those that phones have open at that time.
std::vector<SessionId> sessionsAt(Transaction& transaction, Instant at);
std::optional<Scan> withToken(Transaction& transaction, std::string_view tokenHash);
void markPicked(Transaction& transaction, const SessionId& id, Instant at);
void markApproved(Transaction& transaction, const SessionId& id, Instant at);
// But for those of a login that is active now: their phones may end it.
void removeExpiredBefore(Transaction& transaction, Instant instant, Instant now);

} // namespace scans

} // namespace latchkey
