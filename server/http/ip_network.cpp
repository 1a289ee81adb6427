#include "server/http/ip_network.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>

namespace latchkey {

namespace {

constexpr std::array<std::uint8_t, 12> kMappedV4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr unsigned kMappedBits = 8 * kMappedV4.size();
constexpr unsigned kAllBits = 128;

// How much of the byte at that place belongs to a prefix of so many bits.
std::uint8_t maskAt(std::size_t place, unsigned bits) {
    const int left = std::clamp(static_cast<int>(bits) - static_cast<int>(8 * place), 0, 8);
    return static_cast<std::uint8_t>(0xff00 >> left);
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    const std::string terminated(text);
    if (terminated.find('\0') != std::string::npos) return std::nullopt;
    IpAddress address;
    if (::inet_pton(AF_INET6, terminated.c_str(), address.m_bytes.data()) == 1) return address;
    std::ranges::copy(kMappedV4, address.m_bytes.begin());
    if (::inet_pton(AF_INET, terminated.c_str(), address.m_bytes.data() + kMappedV4.size()) == 1)
        return address;
    return std::nullopt;
}

bool IpAddress::isV4() const {
    return std::equal(kMappedV4.begin(), kMappedV4.end(), m_bytes.begin());
}

std::string IpAddress::text() const {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (isV4()) {
        ::inet_ntop(AF_INET, m_bytes.data() + kMappedV4.size(), text.data(), text.size());
    } else {
        ::inet_ntop(AF_INET6, m_bytes.data(), text.data(), text.size());
    }
    return text.data();
}

Result<IpNetwork, std::string> IpNetwork::parse(std::string_view text) {
    const std::string named = "\"" + std::string(text) + "\" ";
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address) {
        return Failure{named + "is no IP address or network; write it as 192.0.2.1, 192.0.2.0/24 or "
                               "2001:db8::/32"};
    }
    IpNetwork network;
    network.m_address = *address;
    network.m_bits = kAllBits;
    if (slash < text.size()) {
        const bool dotted = text.find(':') == std::string_view::npos;
        const unsigned most = dotted ? kAllBits - kMappedBits : kAllBits;
        const std::string_view digits = text.substr(slash + 1);
        unsigned bits = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
        if (error != std::errc() || end != digits.data() + digits.size() || bits > most) {
            return Failure{named + "has no prefix length from 0 to " + std::to_string(most) +
                           " behind its slash"};
        }
        network.m_bits = dotted ? kMappedBits + bits : bits;
    }
    for (std::size_t i = 0; i < network.m_address.m_bytes.size(); ++i) {
        network.m_address.m_bytes[i] &= maskAt(i, network.m_bits);
    }
    if (network.m_address != *address)
        return Failure{named + "has bits behind its prefix; write " + network.text()};
    return network;
}

bool IpNetwork::contains(const IpAddress& address) const {
    if (address.isV4() && m_bits < kMappedBits) return false;
    for (std::size_t i = 0; i < address.m_bytes.size(); ++i) {
        if ((address.m_bytes[i] & maskAt(i, m_bits)) != m_address.m_bytes[i]) return false;
    }
    return true;
}

std::string IpNetwork::text() const {
    const unsigned bits = m_address.isV4() ? m_bits - kMappedBits : m_bits;
    return m_address.text() + "/" + std::to_string(bits);
}

} // namespace latchkey
