#include "common/server_announcement.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::size_t kLongestString = 255; // bytes, RFC 6763 §6.1

bool sameKey(std::string_view written, std::string_view key) {
    return std::ranges::equal(written, key, [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::optional<std::string> valueOf(const std::vector<std::string>& txt, std::string_view key) {
    for (const std::string_view pair : txt) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || !sameKey(pair.substr(0, equals), key)) continue;
        return std::string(pair.substr(equals + 1));
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<std::string>, std::string> ServerAnnouncement::toTxt() const {
    std::vector<std::string> txt{"txtvers=1", "url=" + url.text()};
    if (key) txt.push_back("id=" + key->text());
    if (txt[1].size() > kLongestString)
        return Failure{std::string("the public URL is longer than the 251 bytes that DNS-SD can announce")};
    return txt;
}

Result<ServerAnnouncement, std::string> ServerAnnouncement::parse(const std::vector<std::string>& txt) {
    if (valueOf(txt, "txtvers") != "1") return Failure{std::string("its txtvers is not 1")};
    const auto url = valueOf(txt, "url");
    if (!url) return Failure{std::string("it names no url")};
    auto address = WebAddress::parse(*url);
    if (!address) return Failure{"its url is no address: " + address.error()};
    ServerAnnouncement announcement{*std::move(address), std::nullopt};
    if (const auto id = valueOf(txt, "id")) {
        const auto key = KeyFingerprint::parse(*id);
        if (!key) return Failure{"its id is no fingerprint: " + key.error()};
        if (!announcement.url.secure())
            return Failure{std::string("it names a TLS key, and a url without TLS")};
        announcement.key = *key;
    }
    return announcement;
}

} // namespace latchkey
