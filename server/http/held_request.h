// A request that is answered later: its handler throws NotYet, its connection rests without a thread, and the
// handler is asked again, from the start, when what it waits for has come.
#pragma once

#include "server/login/change_signal.h"

#include <httplib.h>

#include <chrono>

namespace latchkey {

// The server's exception handler has to let it through.
struct NotYet {
    PendingChange change;
};

// When the request was complete, however often its handler is asked; and when it was asked this time, which
// is the same the first time. Known by a header line of the front's own, in the place of what a client may
// have sent under its name.
std::chrono::steady_clock::time_point arrivalOf(const httplib::Request& request);
std::chrono::steady_clock::time_point askedAt(const httplib::Request& request);
void setTimes(httplib::Request& request, std::chrono::steady_clock::time_point arrival,
              std::chrono::steady_clock::time_point asked);

} // namespace latchkey
