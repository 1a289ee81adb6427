// The answers that the front gives by itself, without the library. Each is the last one on its connection.
#pragma once

#include <httplib.h>

#include <string>

namespace latchkey {

// The headers that every answer has by itself.
const httplib::Headers& securityHeaders();

// To what is no request, or not within bounds: 400, 408, 413, 431, 501, 503.
std::string refusalAnswer(int status, const httplib::Headers& headers);

// For who speaks plain HTTP where TLS is spoken. What demands https has no place in it (RFC 6797 §7.2).
std::string httpsOnlyAnswer();

} // namespace latchkey
