// What a user's dashboard tells of the past, from the tables of logins and audit. Always one user's own.
#pragma once

#include "common/wire.h"
#include "server/store/records.h"

#include <optional>
#include <vector>

namespace latchkey {

class Transaction;

namespace history {

// The login before this one, of the same user.
std::optional<SignIn> signInBefore(Transaction& transaction, const Login& login);

// The newest audit lines of the user's logins and devices, newest first; at most `most`.
std::vector<Activity> of(Transaction& transaction, const UserId& user, int most);

} // namespace history

} // namespace latchkey
