// The table of kiosks: the registered display clients.
#pragma once

#include "server/store/records.h"

#include <string_view>
#include <vector>

namespace latchkey {

class Transaction;

namespace kiosks {

void insert(Transaction& transaction, const Kiosk& kiosk);
std::optional<Kiosk> find(Transaction& transaction, const KioskId& id);
std::optional<Kiosk> withTokenHash(Transaction& transaction, std::string_view tokenHash);
// The one whose id is the text, or whose name is, whatever the case of its letters.
std::optional<Kiosk> matching(Transaction& transaction, std::string_view text);
std::vector<Kiosk> all(Transaction& transaction); // by name
void remove(Transaction& transaction, const KioskId& id);

} // namespace kiosks

} // namespace latchkey
