// The table of codes that people typed instead of scanning. It holds what was asked for, not what is shown: a
// row is made when somebody types, and the screen that shows the code fills in its QR string.
#pragma once

#include "server/store/records.h"

#include <string_view>
#include <vector>

namespace latchkey {

class Transaction;

namespace typed_codes {

// Asks for the code, again if it was asked for before in vain. False: a screen has answered it already.
bool ask(Transaction& transaction, const TypedCode& asked);
std::optional<TypedCode> find(Transaction& transaction, std::string_view code);
// The codes that were asked for since the instant and have no answer yet.
std::vector<TypedCode> unansweredSince(Transaction& transaction, Instant instant);
// False when it has an answer already.
bool answer(Transaction& transaction, std::string_view code, std::string_view qr);
// How often codes were asked for in vain since the instant: from that address, and from all.
struct Misses {
    int fromAddress = 0;
    int fromAll = 0;
};
Misses missesSince(Transaction& transaction, std::string_view address, Instant instant);
void removeAskedBefore(Transaction& transaction, Instant instant);

} // namespace typed_codes

} // namespace latchkey
