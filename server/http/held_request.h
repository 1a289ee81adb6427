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
// is the same unless it was held. Known by a header line of the front's own, with a name that no client can
// send.
struct RequestTimes {
    std::chrono::steady_clock::time_point arrival;
    std::chrono::steady_clock::time_point asked;
};
RequestTimes timesOf(const httplib::Request& request);
// Once.
void setTimes(httplib::Request& request, const RequestTimes& times);

} // namespace latchkey
