// An http or https base address, as an operator writes it: scheme://host[:port][/prefix].
//
// Kept in one canonical form (RFC 3986 §6.2.2, §6.2.3): lower-case scheme and host, no default port, no
// trailing slash. A user name, query or fragment has no meaning in a base address and is refused.
#pragma once

#include "common/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace latchkey {

class WebAddress {
  public:
    // On failure: a sentence naming what is wrong and what would be right.
    static Result<WebAddress, std::string> parse(std::string_view text);

    bool secure() const { return m_scheme == "https"; }
    // With brackets when it is an IPv6 address.
    const std::string& host() const { return m_host; }
    std::uint16_t port() const { return m_port; }
    // "" or "/prefix".
    const std::string& prefix() const { return m_prefix; }
    // scheme://host[:port], RFC 6454 §6.2.
    std::string origin() const;
    // The whole, canonical.
    std::string text() const { return origin() + m_prefix; }

    bool operator==(const WebAddress&) const = default;

  private:
    WebAddress() = default;

    std::string m_scheme;
    std::string m_host;
    std::uint16_t m_port = 0;
    std::string m_prefix;
};

// What to listen on: HOST:PORT, where HOST is a name, an IPv4 address or an IPv6 address in brackets and PORT
// 0 to 65535 (0: any free one); or unix:PATH, the absolute path of a Unix socket.
struct ListenAddress {
    std::string host; // without brackets
    std::uint16_t port = 0;
    std::string path{}; // of a Unix socket, which has neither; empty: none

    static Result<ListenAddress, std::string> parse(std::string_view text);
    std::string text() const;
};

} // namespace latchkey
