#include "server/http/bearer_token.h"

#include "server/http/answers.h"

#include <string_view>
#include <strings.h>

namespace latchkey {

std::optional<KioskToken> bearerToken(const httplib::Request& request) {
    const std::string header = request.get_header_value("Authorization");
    constexpr std::string_view scheme = "Bearer "; // in any case (RFC 9110 §11.1)
    if (::strncasecmp(header.c_str(), scheme.data(), scheme.size()) != 0) return std::nullopt;
    return KioskToken(header.substr(scheme.size()));
}

void refuseToken(httplib::Response& response, const std::string& message) {
    response.set_header("WWW-Authenticate", "Bearer");
    answerRefusal(response, 401, message);
}

} // namespace latchkey
