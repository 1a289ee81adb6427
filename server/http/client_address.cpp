#include "server/http/client_address.h"

#include "server/http/header_text.h"

#include <algorithm>
#include <strings.h>

namespace latchkey {

namespace {

constexpr const char* kThisMachine = "127.0.0.1";

// The elements of all X-Forwarded-For lines from left to right, as one list (RFC 9110 §5.3). Read from the
// text, because the library keeps header lines of one name in no particular order.
std::vector<std::string_view> forwardedFor(std::string_view request) {
    constexpr std::string_view name = "X-Forwarded-For:";
    std::vector<std::string_view> elements;
    std::string_view lines = request.substr(0, request.find("\r\n\r\n"));
    const auto takeLine = [&lines] {
        const std::size_t end = std::min(lines.find("\r\n"), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 2, lines.size()));
        return line;
    };
    takeLine(); // the request line
    while (!lines.empty()) {
        std::string_view line = takeLine();
        if (line.size() < name.size() || ::strncasecmp(line.data(), name.data(), name.size()) != 0) continue;
        line.remove_prefix(name.size());
        while (!line.empty()) {
            const std::size_t comma = std::min(line.find(','), line.size());
            const std::string_view element = trimmed(line.substr(0, comma));
            if (!element.empty()) elements.push_back(element); // RFC 9110 §5.6.1.2
            line.remove_prefix(std::min(comma + 1, line.size()));
        }
    }
    return elements;
}

// An address, in brackets or not; some proxies append the client's port.
std::optional<IpAddress> addressIn(std::string_view element) {
    const bool bracketed = element.starts_with('[');
    const bool hasPort = !bracketed && std::ranges::count(element, ':') == 1;
    if (!bracketed && !hasPort) return IpAddress::parse(element);
    const std::size_t end = std::min(element.find(bracketed ? ']' : ':'), element.size());
    std::string_view rest = element.substr(end);
    if (bracketed && !rest.empty()) rest.remove_prefix(1);
    const bool isPort = rest.size() > 1 && rest.size() <= 6 && rest.starts_with(':') &&
                        rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (end == element.size() || (!rest.empty() && !isPort)) return std::nullopt;
    return IpAddress::parse(bracketed ? element.substr(1, end - 1) : element.substr(0, end));
}

} // namespace

std::string TrustedProxies::clientOf(const std::string& peer, std::string_view request) const {
    if (none() && !peer.empty()) return peer; // as nearly everywhere
    auto client = IpAddress::parse(peer.empty() ? kThisMachine : peer);
    if (!client) return peer;
    bool vouchedByProxy = peer.empty() || contain(*client);
    if (!vouchedByProxy) return peer;
    const auto elements = forwardedFor(request);
    for (auto element = elements.rbegin(); element != elements.rend() && vouchedByProxy; ++element) {
        const auto address = addressIn(*element);
        if (!address) break;
        client = address;
        vouchedByProxy = contain(*client);
    }
    return client->text();
}

bool TrustedProxies::contain(const std::string& peer) const {
    if (none()) return false;
    const auto address = IpAddress::parse(peer);
    return address && contain(*address);
}

bool TrustedProxies::contain(const IpAddress& address) const {
    return std::ranges::any_of(m_networks,
                               [&](const IpNetwork& network) { return network.contains(address); });
}

} // namespace latchkey
