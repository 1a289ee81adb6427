// An end of a TCP connection.
#pragma once

#include <string>
#include <sys/socket.h>

namespace latchkey {

struct Endpoint {
    std::string ip;
    int port = 0;
};

// Empty where that is no internet address. An IPv4 client of an IPv6 socket is known by its IPv4 address
// (RFC 4291 §2.5.5.2).
Endpoint endpointOf(const sockaddr_storage& address);

} // namespace latchkey
