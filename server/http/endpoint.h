// The two ends of a TCP connection.
#pragma once

#include <string>

namespace latchkey {

struct Endpoint {
    std::string ip;
    int port = 0;
};

// Empty where the socket is not connected. An IPv4 client of an IPv6 socket is known by its IPv4 address
// (RFC 4291 §2.5.5.2).
Endpoint peerOf(int socket);
Endpoint localEndOf(int socket);

} // namespace latchkey
