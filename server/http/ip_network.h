// IP addresses and networks of both versions, as operators and proxies write them.
//
// An IPv4 address in IPv6 form (::ffff:192.0.2.1, RFC 4291 §2.5.5.2) is that IPv4 address everywhere.
#pragma once

#include "common/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

class IpAddress {
  public:
    // 192.0.2.1 or 2001:db8::1; no brackets, port or zone. Nullopt: it is no address.
    static std::optional<IpAddress> parse(std::string_view text);

    bool isV4() const;
    // The canonical form (RFC 5952).
    std::string text() const;

    friend bool operator==(const IpAddress&, const IpAddress&) = default;

  private:
    friend class IpNetwork;

    std::array<std::uint8_t, 16> m_bytes{}; // network order; IPv4 in IPv6 form
};

class IpNetwork {
  public:
    // An address, or a network as ADDRESS/BITS (RFC 4632 §3.1). On failure, a sentence with what would be
    // right; bits beyond the prefix are a failure too, since they leave open what was meant.
    static Result<IpNetwork, std::string> parse(std::string_view text);

    // An IPv6 network holds no IPv4 address, not even ::/0.
    bool contains(const IpAddress& address) const;
    std::string text() const;

  private:
    IpAddress m_address;
    unsigned m_bits = 0; // of the 128
};

} // namespace latchkey
