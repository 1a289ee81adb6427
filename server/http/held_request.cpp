#include "server/http/held_request.h"

#include <charconv>
#include <string>

namespace latchkey {

namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr const char* kTimes = "Latchkey-Times"; // ticks of the steady clock: arrival, space, asked

} // namespace

RequestTimes timesOf(const httplib::Request& request) {
    const std::string text = request.get_header_value(kTimes);
    const char* end = text.data() + text.size();
    Time::rep arrival = 0, asked = 0;
    const char* space = std::from_chars(text.data(), end, arrival).ptr;
    if (space != end) std::from_chars(space + 1, end, asked);
    return {Time(Time::duration(arrival)), Time(Time::duration(asked))};
}

void setTimes(httplib::Request& request, const RequestTimes& times) {
    request.headers.erase(kTimes);
    request.headers.emplace(kTimes, std::to_string(times.arrival.time_since_epoch().count()) + " " +
                                        std::to_string(times.asked.time_since_epoch().count()));
}

} // namespace latchkey
