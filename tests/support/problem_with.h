// Work on a database in a thread of a test's: no exception may leave it, which would end the whole program.
#pragma once

#include "server/store/database.h"
#include "tests/support/eventually.h"

#include <exception>
#include <functional>
#include <string>

namespace latchkey {

// Does the work, and again while the database is busy or away, as a client does that is told 503. Returns why
// it could not be done; empty: it is.
inline std::string problemWith(const std::function<void()>& work) {
    std::string problem;
    eventually([&] {
        problem.clear();
        try {
            work();
        } catch (const DatabaseUnavailable& unavailable) {
            problem = unavailable.what();
            return false;
        } catch (const std::exception& failure) {
            problem = failure.what();
        }
        return true;
    });
    return problem;
}

} // namespace latchkey
