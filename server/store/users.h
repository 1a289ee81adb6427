// The table of users. A user is a person who may unlock kiosks.
#pragma once

#include "server/store/records.h"

#include <string_view>
#include <vector>

namespace latchkey {

class Transaction;

namespace users {

void insert(Transaction& transaction, const User& user);
std::optional<User> find(Transaction& transaction, const UserId& id);
// Those whose id is the text, or whose name or e-mail is, whatever the case of its letters.
std::vector<User> matching(Transaction& transaction, std::string_view text);
std::optional<User> withEmail(Transaction& transaction, std::string_view email);
std::vector<User> all(Transaction& transaction); // by name
void setEnabled(Transaction& transaction, const UserId& id, bool enabled);
// Removes the user and the user's devices. Logins stay, without the name.
void remove(Transaction& transaction, const UserId& id);

} // namespace users

} // namespace latchkey
