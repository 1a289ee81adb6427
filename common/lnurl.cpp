#include "common/lnurl.h"

#include "common/bech32.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::string_view kHumanReadablePart = "lnurl";
constexpr std::size_t kLongestLnurl = 4296; // what the largest QR code holds of these characters

char inLowerCase(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

char inUpperCase(char character) {
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

// prefix: in lower case.
bool startsWith(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::ranges::equal(text.substr(0, prefix.size()), prefix, {}, inLowerCase);
}

bool isWebUrl(std::string_view text) {
    return startsWith(text, "https://") || startsWith(text, "http://");
}

// The value of the query's parameter "lightning"; empty when there is none.
std::string_view lightningParameter(std::string_view url) {
    constexpr std::string_view kName = "lightning=";
    url = url.substr(0, url.find('#'));
    for (std::size_t at = url.find('?'); at != std::string_view::npos; at = url.find('&')) {
        url.remove_prefix(at + 1);
        if (url.starts_with(kName)) return url.substr(kName.size(), url.find('&') - kName.size());
    }
    return {};
}

std::string_view lnurlIn(std::string_view scanned) {
    constexpr std::string_view kScheme = "lightning:";
    if (startsWith(scanned, kScheme)) return scanned.substr(kScheme.size());
    return isWebUrl(scanned) ? lightningParameter(scanned) : scanned;
}

} // namespace

std::string toLnurl(std::string_view url) {
    std::string lnurl =
        toBech32({std::string(kHumanReadablePart), toFiveBitGroups(asBytes(url)), Bech32::Checksum::Bip173});
    std::ranges::transform(lnurl, lnurl.begin(), inUpperCase);
    return lnurl;
}

Result<std::string, std::string> fromLnurl(std::string_view scanned) {
    const auto content = fromBech32(lnurlIn(scanned), kLongestLnurl);
    if (!content && content.error() == Bech32Error::Checksum) {
        return Failure{std::string("its LNURL is mistyped: the checksum does not fit")};
    }
    if (!content || content->humanReadablePart != kHumanReadablePart) {
        return Failure{std::string("it has no LNURL (LNURL1…)")};
    }
    if (content->checksum != Bech32::Checksum::Bip173) {
        return Failure{std::string("its LNURL is mistyped: the checksum does not fit")};
    }
    const auto bytes = fromFiveBitGroups(content->groups);
    const auto isPrintable = [](std::uint8_t byte) { return byte > ' ' && byte < 127; };
    const std::string url = bytes ? std::string(bytes->begin(), bytes->end()) : std::string();
    if (!isWebUrl(url) || !std::ranges::all_of(url, isPrintable)) {
        return Failure{std::string("its LNURL does not hold a web address")};
    }
    return url;
}

bool isLnurlServer(const WebAddress& server) {
    return server.secure() || server.host().ends_with(".onion");
}

} // namespace latchkey
