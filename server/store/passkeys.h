// The table of passkeys: what the assertions of a device of that kind are verified with.
#pragma once

#include "server/store/records.h"

namespace latchkey {

class Transaction;

namespace passkeys {

void insert(Transaction& transaction, const StoredPasskey& passkey);
std::optional<StoredPasskey> find(Transaction& transaction, const DeviceId& id);
void setCounter(Transaction& transaction, const DeviceId& id, std::uint32_t counter);

} // namespace passkeys

} // namespace latchkey
