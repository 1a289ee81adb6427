// The table of the users' groups. A group is a name that users share, and is there as long as one of them has
// it.
#pragma once

#include "server/store/records.h"

#include <map>
#include <string>
#include <vector>

namespace latchkey {

class Transaction;

namespace groups {

// False when the user was in the group before.
bool add(Transaction& transaction, const UserId& user, const std::string& group);
// False when the user was not in the group.
bool remove(Transaction& transaction, const UserId& user, const std::string& group);
std::vector<std::string> ofUser(Transaction& transaction, const UserId& user); // by name
// Those of every user who is in one, by the user's id.
std::map<std::string, std::vector<std::string>> all(Transaction& transaction);

} // namespace groups

} // namespace latchkey
