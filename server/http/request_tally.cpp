#include "server/http/request_tally.h"

#include "server/http/held_request.h"

namespace latchkey {

namespace {

// Our routes are plain paths, without a place for anything of the client's.
RequestTally::Route routeOf(const httplib::Request& request) {
    if (request.matches.empty()) return {"other", "other"};
    return {request.method, request.path};
}

} // namespace

void RequestTally::count(const httplib::Request& request, const httplib::Response& response) {
    const auto [arrival, asked] = timesOf(request);
    const auto work = std::chrono::steady_clock::now() - asked;
    const Route route = routeOf(request);
    const std::lock_guard lock(m_mutex);
    Counts& counts = m_all.routes[route];
    counts.work.add(work);
    ++counts.statuses[response.status];
    if (asked != arrival) m_all.held.add(asked - arrival);
}

RequestTally::All RequestTally::all() const {
    const std::lock_guard lock(m_mutex);
    return m_all;
}

} // namespace latchkey
