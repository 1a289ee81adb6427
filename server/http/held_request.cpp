#include "server/http/held_request.h"

#include <array>
#include <bit>
#include <cstring>
#include <string>

namespace latchkey {

namespace {

constexpr const char* kTimes = ":times"; // a name ends at its colon: nobody can send one like this

using Bytes = std::array<char, sizeof(RequestTimes)>;

} // namespace

RequestTimes timesOf(const httplib::Request& request) {
    const auto line = request.headers.find(kTimes);
    Bytes bytes{};
    if (line == request.headers.end() || line->second.size() != bytes.size()) return {};
    std::memcpy(bytes.data(), line->second.data(), bytes.size());
    return std::bit_cast<RequestTimes>(bytes);
}

void setTimes(httplib::Request& request, const RequestTimes& times) {
    const auto bytes = std::bit_cast<Bytes>(times);
    request.headers.emplace(kTimes, std::string(bytes.begin(), bytes.end()));
}

} // namespace latchkey
