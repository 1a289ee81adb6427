// Who the client is when a proxy stands in front of the server.
//
// Every proxy on the way appends the address that asked it to X-Forwarded-For. What stands left of the part
// that our own proxies wrote is whatever the client claims, and from a client that is no proxy of ours the
// whole header is. X-Forwarded-Proto and X-Forwarded-Host are not read at all: public_url says how phones
// reach this server, whoever asks.
#pragma once

#include "server/http/ip_network.h"

#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

class TrustedProxies {
  public:
    TrustedProxies() = default; // none: every peer is a client
    explicit TrustedProxies(std::vector<IpNetwork> networks) : m_networks(std::move(networks)) {}

    bool none() const { return m_networks.empty(); }
    // Whether that end of a connection is one of them.
    bool contain(const std::string& peer) const;

    // The address of who sent a request, canonical.
    //   peer     the other end of the connection; empty: a Unix socket's, which is a proxy
    //   request  the request's text; its header lines are read where the peer is one of the proxies
    // That is the peer, unless it is one of the proxies: then the rightmost address in X-Forwarded-For that
    // is none of them. Something else than an address ends the search; the last address that a proxy vouched
    // for counts then, as it does when all of them are proxies. Behind a Unix socket that is this machine's
    // own (127.0.0.1) where the proxy says nothing.
    std::string clientOf(const std::string& peer, std::string_view request) const;

  private:
    bool contain(const IpAddress& address) const;

    std::vector<IpNetwork> m_networks;
};

} // namespace latchkey
