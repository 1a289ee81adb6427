#include "server/config/lan_address.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey {

namespace {

std::optional<std::string> numericHost(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(address);
        if (!inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size())) return std::nullopt;
        return std::string(text.data());
    }
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(address);
    if (IN6_IS_ADDR_LINKLOCAL(&v6->sin6_addr)) return std::nullopt; // a URL cannot name its interface
    if (!inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size())) return std::nullopt;
    return "[" + std::string(text.data()) + "]";
}

// The source address that the kernel would send from to a distant host. Connecting a datagram socket only
// looks the route up. The destinations are documentation addresses (RFC 5737, RFC 3849).
std::optional<std::string> sourceTowards(int family) {
    sockaddr_storage target{};
    socklen_t size = 0;
    if (family == AF_INET) {
        auto* v4 = reinterpret_cast<sockaddr_in*>(&target);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(9);
        inet_pton(AF_INET, "192.0.2.1", &v4->sin_addr);
        size = sizeof *v4;
    } else {
        auto* v6 = reinterpret_cast<sockaddr_in6*>(&target);
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(9);
        inet_pton(AF_INET6, "2001:db8::1", &v6->sin6_addr);
        size = sizeof *v6;
    }
    const int probe = ::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (probe < 0) return std::nullopt;
    std::optional<std::string> host;
    if (::connect(probe, reinterpret_cast<const sockaddr*>(&target), size) == 0) {
        sockaddr_storage source{};
        socklen_t sourceSize = sizeof source;
        if (::getsockname(probe, reinterpret_cast<sockaddr*>(&source), &sourceSize) == 0) {
            host = numericHost(reinterpret_cast<const sockaddr*>(&source));
        }
    }
    ::close(probe);
    return host;
}

std::optional<std::string> firstInterface(int family) {
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0) return std::nullopt;
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, &::freeifaddrs);
    for (const ifaddrs* entry = list; entry; entry = entry->ifa_next) {
        const bool usable = (entry->ifa_flags & IFF_UP) && !(entry->ifa_flags & IFF_LOOPBACK);
        if (!usable || !entry->ifa_addr || entry->ifa_addr->sa_family != family) continue;
        if (auto host = numericHost(entry->ifa_addr)) return host;
    }
    return std::nullopt;
}

} // namespace

bool isLoopback(const std::string& host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

LanAddress lanAddressFor(const std::string& listenHost) {
    const bool anyV4 = listenHost == "0.0.0.0";
    const bool anyV6 = listenHost == "::";
    if (!anyV4 && !anyV6) {
        const bool v6 = listenHost.find(':') != std::string::npos;
        return {v6 ? "[" + listenHost + "]" : listenHost, isLoopback(listenHost)};
    }
    for (const auto& find : {sourceTowards, firstInterface}) {
        if (const auto host = find(AF_INET)) return {*host, false};
        if (!anyV6) continue;
        if (const auto host = find(AF_INET6)) return {*host, false};
    }
    return {"127.0.0.1", true};
}

} // namespace latchkey
