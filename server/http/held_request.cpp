#include "server/http/held_request.h"

#include <charconv>
#include <string>
#include <string_view>

namespace latchkey {

namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr const char* kTimes = "Latchkey-Times"; // ticks of the steady clock: arrival, space, asked

Time timeFrom(std::string_view text) {
    Time::rep ticks = 0;
    std::from_chars(text.data(), text.data() + text.size(), ticks);
    return Time(Time::duration(ticks));
}

} // namespace

Time arrivalOf(const httplib::Request& request) {
    return timeFrom(request.get_header_value(kTimes));
}

Time askedAt(const httplib::Request& request) {
    const std::string text = request.get_header_value(kTimes);
    return timeFrom(std::string_view(text).substr(text.find(' ') + 1));
}

void setTimes(httplib::Request& request, Time arrival, Time asked) {
    request.headers.erase(kTimes);
    request.headers.emplace(kTimes, std::to_string(arrival.time_since_epoch().count()) + " " +
                                        std::to_string(asked.time_since_epoch().count()));
}

} // namespace latchkey
