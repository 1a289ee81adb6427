#include "server/login/identity_rules.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace latchkey {

namespace {

constexpr std::size_t kMostCharacters = 100;

// The characters of valid UTF-8 (RFC 3629); nullopt when it is not.
std::optional<std::vector<char32_t>> codePoints(std::string_view text) {
    std::vector<char32_t> points;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<std::uint8_t>(text[i++]);
        const int following = lead < 0x80       ? 0
                              : lead >> 5 == 6  ? 1
                              : lead >> 4 == 14 ? 2
                              : lead >> 3 == 30 ? 3
                                                : -1;
        if (following < 0 || i + static_cast<std::size_t>(following) > text.size()) return std::nullopt;
        char32_t point = following == 0 ? lead : lead & (0x3F >> following);
        for (int k = 0; k < following; ++k) {
            const auto next = static_cast<std::uint8_t>(text[i++]);
            if (next >> 6 != 2) return std::nullopt;
            point = point << 6 | (next & 0x3F);
        }
        constexpr char32_t smallest[] = {0, 0x80, 0x800, 0x10000};
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < smallest[following] || point > 0x10FFFF || surrogate) return std::nullopt;
        points.push_back(point);
    }
    return points;
}

// Control characters and those that turn the direction of the text around them (UAX #9 §2).
bool isForbidden(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0x2028 || point == 0x2029;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

} // namespace

Result<std::string, std::string> checkOptionalName(std::string_view text, std::string_view what) {
    const std::string_view name = trimmed(text);
    const std::string subject(what);
    const auto points = codePoints(name);
    if (!points) return Failure{"the " + subject + " is not valid UTF-8"};
    if (points->size() > kMostCharacters) {
        return Failure{"the " + subject + " is longer than " + std::to_string(kMostCharacters) +
                       " characters"};
    }
    if (std::ranges::any_of(*points, isForbidden)) {
        return Failure{"the " + subject + " has a control character in it"};
    }
    return std::string(name);
}

Result<std::string, std::string> checkName(std::string_view text, std::string_view what) {
    auto name = checkOptionalName(text, what);
    if (name && name->empty()) return Failure{"the " + std::string(what) + " is empty"};
    return name;
}

Result<std::string, std::string> checkEmail(std::string_view text) {
    const std::string_view email = trimmed(text);
    if (email.empty()) return std::string();
    const std::size_t at = email.rfind('@');
    const auto isOdd = [](unsigned char character) { return character <= ' ' || character == 0x7F; };
    const bool plausible = email.size() <= 254 && at != std::string_view::npos && at > 0 &&
                           at + 1 < email.size() && std::ranges::none_of(email, isOdd) &&
                           codePoints(email).has_value();
    if (!plausible)
        return Failure{std::string("the e-mail address is not one; write it as name@example.org")};
    return std::string(email);
}

Result<std::string, std::string> checkGroupName(std::string_view text) {
    constexpr std::size_t mostCharacters = 32;
    const auto isLetter = [](char character) { return character >= 'a' && character <= 'z'; };
    const auto isGood = [&](char character) {
        return isLetter(character) || (character >= '0' && character <= '9') || character == '-';
    };
    if (!text.empty() && text.size() <= mostCharacters && isLetter(text.front()) &&
        std::ranges::all_of(text, isGood))
        return std::string(text);
    return Failure{"\"" + std::string(text) + "\" is not a group's name; write at most " +
                   std::to_string(mostCharacters) +
                   " small letters, digits and dashes, a letter first: night-shift"};
}

std::string makeId(char prefix, std::size_t characters, const RandomFill& random) {
    constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::vector<std::uint8_t> bytes(characters - 1);
    random(bytes);
    std::string id(1, prefix);
    for (const std::uint8_t byte : bytes) id += digits[byte & 31];
    return id;
}

} // namespace latchkey
