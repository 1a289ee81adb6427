#include "common/web_address.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace latchkey {

namespace {

constexpr std::string_view kUnix = "unix:";

std::optional<std::uint16_t> parsePort(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return port;
}

// Splits "host:port" or "[v6]:port"; the port is empty when there is none.
struct HostAndPort {
    std::string host;
    std::string_view port;
    bool hasPort = false;
};

std::optional<HostAndPort> splitHostAndPort(std::string_view text) {
    HostAndPort parts;
    std::size_t afterHost = 0;
    if (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos) return std::nullopt;
        afterHost = close + 1;
    } else {
        afterHost = std::min(text.find(':'), text.size());
    }
    parts.host = text.substr(0, afterHost);
    const std::string_view rest = text.substr(afterHost);
    if (!rest.empty()) {
        if (!rest.starts_with(':')) return std::nullopt;
        parts.hasPort = true;
        parts.port = rest.substr(1);
    }
    const bool bracketed = parts.host.starts_with('[');
    const auto allowed = [bracketed](char character) {
        const bool alphanumeric = (character >= '0' && character <= '9') ||
                                  (character >= 'a' && character <= 'z') ||
                                  (character >= 'A' && character <= 'Z');
        return alphanumeric ||
               std::string_view(bracketed ? "[]:." : "-._").find(character) != std::string_view::npos;
    };
    if (parts.host.empty() || parts.host == "[]" || !std::ranges::all_of(parts.host, allowed)) {
        return std::nullopt;
    }
    return parts;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32)
                                                    : static_cast<char>(character);
    });
    return lower;
}

} // namespace

Result<WebAddress, std::string> WebAddress::parse(std::string_view text) {
    const std::string shape = "write it as http://HOST:PORT or https://HOST";
    const std::size_t schemeEnd = text.find("://");
    WebAddress address;
    address.m_scheme = lowerCase(text.substr(0, std::min(schemeEnd, text.size())));
    if (schemeEnd == std::string_view::npos || (address.m_scheme != "http" && address.m_scheme != "https")) {
        return Failure{"it does not start with http:// or https://; " + shape};
    }
    std::string_view rest = text.substr(schemeEnd + 3);
    const auto isForbidden = [](unsigned char character) {
        return character <= ' ' || character >= 127 ||
               std::string_view("?#@\"<>\\^`{|}").find(static_cast<char>(character)) !=
                   std::string_view::npos;
    };
    if (std::ranges::any_of(rest, isForbidden)) {
        return Failure{"it has a user name, a query, a fragment or a character that no address has; " +
                       shape};
    }
    const std::size_t pathStart = std::min(rest.find('/'), rest.size());
    address.m_prefix = rest.substr(pathStart);
    while (address.m_prefix.ends_with('/')) address.m_prefix.pop_back();

    const auto parts = splitHostAndPort(rest.substr(0, pathStart));
    if (!parts) return Failure{"its host is missing or malformed; " + shape};
    address.m_host = lowerCase(parts->host);
    address.m_port = address.secure() ? 443 : 80;
    if (parts->hasPort) {
        const auto port = parsePort(parts->port);
        if (!port || *port == 0) return Failure{"its port is not a number from 1 to 65535; " + shape};
        address.m_port = *port;
    }
    return address;
}

std::string WebAddress::origin() const {
    std::string origin = m_scheme + "://" + m_host;
    if (m_port != (secure() ? 443 : 80)) origin += ":" + std::to_string(m_port);
    return origin;
}

Result<ListenAddress, std::string> ListenAddress::parse(std::string_view text) {
    const std::string shape =
        "write it as HOST:PORT, for example 0.0.0.0:8420 or [::]:8420, or as unix:/PATH";
    if (text.starts_with(kUnix)) {
        text.remove_prefix(kUnix.size());
        if (!text.starts_with('/')) return Failure{"its path does not begin with /; " + shape};
        return ListenAddress{{}, 0, std::string(text)};
    }
    const auto parts = splitHostAndPort(text);
    if (!parts || !parts->hasPort) return Failure{"it is not a host and a port; " + shape};
    const auto port = parsePort(parts->port);
    if (!port) return Failure{"its port is not a number from 0 to 65535; " + shape};
    ListenAddress address{parts->host, *port, {}};
    if (address.host.starts_with('[')) address.host = address.host.substr(1, address.host.size() - 2);
    return address;
}

std::string ListenAddress::text() const {
    if (!path.empty()) return std::string(kUnix) + path;
    const bool v6 = host.find(':') != std::string::npos;
    return (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

} // namespace latchkey
