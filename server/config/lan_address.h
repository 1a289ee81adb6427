// Which address of this machine a phone on the LAN can reach.
#pragma once

#include <string>

namespace latchkey {

struct LanAddress {
    std::string host;             // in a URL's form: an IPv6 address has its brackets
    bool onlyThisMachine = false; // a loopback address: no phone can open it
};

// For a server that listens on that host:
//   one address or name      that one
//   0.0.0.0 or ::            the address of the interface with the default route (IPv4 if there is one), else
//                            of the first interface that is up, else loopback
// Asks the kernel's routing table; sends nothing.
LanAddress lanAddressFor(const std::string& listenHost);

// Whether only this machine can reach what listens on that host.
bool isLoopback(const std::string& host);

} // namespace latchkey
