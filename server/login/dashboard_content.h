// What the operator shows a user: those tiles of the policy that are for the user's groups, and the notices.
#pragma once

#include "common/wire.h"
#include "server/login/login_policy.h"

#include <string>
#include <vector>

namespace latchkey {

struct DashboardContent {
    std::vector<DashboardTile> tiles; // in the operator's order
    std::vector<std::string> notices;

    // Another one for other content, and nothing more than that: it tells a display to fetch it again.
    std::string revision() const;
};

DashboardContent contentFor(const LoginPolicy& policy, const std::vector<std::string>& groups);

} // namespace latchkey
