#include "server/http/held_request.h"

#include <charconv>
#include <string>

namespace latchkey {

namespace {

constexpr const char* kArrival = "Latchkey-Arrival"; // ticks of the steady clock

} // namespace

std::chrono::steady_clock::time_point arrivalOf(const httplib::Request& request) {
    const std::string text = request.get_header_value(kArrival);
    std::chrono::steady_clock::rep ticks = 0;
    std::from_chars(text.data(), text.data() + text.size(), ticks);
    return std::chrono::steady_clock::time_point(std::chrono::steady_clock::duration(ticks));
}

void setArrival(httplib::Request& request, std::chrono::steady_clock::time_point arrival) {
    request.headers.erase(kArrival);
    request.headers.emplace(kArrival, std::to_string(arrival.time_since_epoch().count()));
}

} // namespace latchkey
