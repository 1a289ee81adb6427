#include "server/http/request_tally.h"

namespace latchkey {

namespace {

// Our routes are plain paths, without a place for anything of the client's.
RequestTally::Route routeOf(const httplib::Request& request) {
    if (request.matches.empty()) return {"other", "other"};
    return {request.method, request.path};
}

} // namespace

void RequestTally::count(const httplib::Request& request, const httplib::Response& response) {
    count(routeOf(request), response.status, timesOf(request));
}

void RequestTally::count(const Route& route, int status, const RequestTimes& times) {
    const auto [arrival, asked] = times;
    const auto work = std::chrono::steady_clock::now() - asked;
    const std::lock_guard lock(m_mutex);
    Counts& counts = m_all.routes[route];
    counts.work.add(work);
    ++counts.statuses[status];
    if (asked != arrival) m_all.held.add(asked - arrival);
}

RequestTally::All RequestTally::all() const {
    const std::lock_guard lock(m_mutex);
    return m_all;
}

} // namespace latchkey
