// The requests that were answered since the start, by route. Thread-safe.
//
// Their time is the work: from when the server had the whole request, or for a held one from when it was
// asked for the last time, until its answer was written down. How long it was held is counted apart.
#pragma once

#include "server/http/held_request.h"
#include "server/tally/duration_histogram.h"

#include <httplib.h>

#include <compare>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace latchkey {

class RequestTally {
  public:
    // What a client may write is no name for a route: where no route took the request, both are "other".
    struct Route {
        std::string method;
        std::string path;

        auto operator<=>(const Route&) const = default;
    };
    struct Counts {
        DurationHistogram work;
        std::map<int, std::uint64_t> statuses;
    };
    struct All {
        std::map<Route, Counts> routes;
        DurationHistogram held{DurationHistogram::patienceBounds()};
    };

    // To be told of each answer once it is there: the server's logger.
    void count(const httplib::Request& request, const httplib::Response& response);
    // As the one above, of an answer that was given once more (standing_answer.h).
    void count(const Route& route, int status, const RequestTimes& times);

    All all() const;

  private:
    mutable std::mutex m_mutex; // guards what follows
    All m_all;
};

} // namespace latchkey
