#include "common/bech32.h"

#include <algorithm>
#include <array>
#include <utility>

namespace latchkey {

namespace {

constexpr std::string_view kDigits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr int kChecksumLength = 6;

// What a valid text's checksum comes to.
constexpr std::uint32_t kBip173 = 1;
constexpr std::uint32_t kBip350 = 0x2bc830a3;

// Divides on by BIP-173's generator polynomial: one more five-bit coefficient.
std::uint32_t feed(std::uint32_t remainder, std::uint8_t group) {
    constexpr std::array<std::uint32_t, 5> kGenerator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                      0x2a1462b3};
    const std::uint32_t top = remainder >> 25;
    remainder = (remainder & 0x1ffffff) << 5 ^ group;
    for (std::size_t bit = 0; bit < kGenerator.size(); ++bit) {
        if (top >> bit & 1) remainder ^= kGenerator[bit];
    }
    return remainder;
}

std::uint32_t remainderOf(std::string_view humanReadablePart, ByteView groups) {
    std::uint32_t remainder = 1;
    for (const char character : humanReadablePart) {
        remainder = feed(remainder, static_cast<std::uint8_t>(character) >> 5);
    }
    remainder = feed(remainder, 0);
    for (const char character : humanReadablePart) remainder = feed(remainder, character & 31);
    for (const std::uint8_t group : groups) remainder = feed(remainder, group);
    return remainder;
}

// Nothing for mixed case, and for characters that cannot stand in a Bech32 text.
std::optional<std::string> inLowerCase(std::string_view text) {
    std::string lower(text);
    bool sawLower = false;
    bool sawUpper = false;
    for (char& character : lower) {
        if (character < 33 || character > 126) return std::nullopt;
        sawLower = sawLower || (character >= 'a' && character <= 'z');
        if (character >= 'A' && character <= 'Z') {
            sawUpper = true;
            character = static_cast<char>(character - 'A' + 'a');
        }
    }
    if (sawLower && sawUpper) return std::nullopt;
    return lower;
}

std::optional<Bytes> groupsFrom(std::string_view digits) {
    Bytes groups;
    for (const char digit : digits) {
        const std::size_t value = kDigits.find(digit);
        if (value == std::string_view::npos) return std::nullopt;
        groups.push_back(static_cast<std::uint8_t>(value));
    }
    return groups;
}

} // namespace

std::string toBech32(const Bech32& content) {
    const std::uint32_t target = content.checksum == Bech32::Checksum::Bip173 ? kBip173 : kBip350;
    Bytes groups = content.groups;
    groups.resize(groups.size() + kChecksumLength);
    const std::uint32_t checksum = remainderOf(content.humanReadablePart, groups) ^ target;
    for (int i = 1; i <= kChecksumLength; ++i) {
        groups[groups.size() - i] = checksum >> (5 * (i - 1)) & 31;
    }
    std::string text = content.humanReadablePart + '1';
    for (const std::uint8_t group : groups) text += kDigits[group];
    return text;
}

Result<Bech32, Bech32Error> fromBech32(std::string_view text, std::size_t longest) {
    constexpr Failure kMalformed{Bech32Error::Malformed};
    if (text.size() > longest) return kMalformed;
    const auto lower = inLowerCase(text);
    if (!lower) return kMalformed;
    const std::size_t separator = lower->rfind('1');
    if (separator == std::string::npos || separator == 0) return kMalformed;
    auto groups = groupsFrom(std::string_view(*lower).substr(separator + 1));
    if (!groups || groups->size() < kChecksumLength) return kMalformed;

    Bech32 content{lower->substr(0, separator), {}, Bech32::Checksum::Bip173};
    const std::uint32_t remainder = remainderOf(content.humanReadablePart, *groups);
    if (remainder != kBip173 && remainder != kBip350) return Failure{Bech32Error::Checksum};
    if (remainder == kBip350) content.checksum = Bech32::Checksum::Bip350;
    groups->resize(groups->size() - kChecksumLength);
    content.groups = std::move(*groups);
    return content;
}

Bytes toFiveBitGroups(ByteView bytes) {
    Bytes groups;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        pending = pending << 8 | byte;
        for (bits += 8; bits >= 5;) {
            bits -= 5;
            groups.push_back(pending >> bits & 31);
        }
    }
    if (bits > 0) groups.push_back(pending << (5 - bits) & 31);
    return groups;
}

std::optional<Bytes> fromFiveBitGroups(ByteView groups) {
    Bytes bytes;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const std::uint8_t group : groups) {
        pending = pending << 5 | group;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(pending >> bits));
        }
    }
    const bool fillingIsZero = (pending & ((1U << bits) - 1)) == 0;
    if (bits >= 5 || !fillingIsZero) return std::nullopt;
    return bytes;
}

} // namespace latchkey
