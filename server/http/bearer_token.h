// How a registered kiosk proves itself: "Authorization: Bearer <token>" (RFC 6750 §2.1).
#pragma once

#include "common/identifiers.h"

#include <httplib.h>

#include <optional>
#include <string>

namespace latchkey {

// Nullopt: the request has no such header.
std::optional<KioskToken> bearerToken(const httplib::Request& request);

// 401 with the sentence.
void refuseToken(httplib::Response& response, const std::string& message);

} // namespace latchkey
