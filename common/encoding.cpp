#include "common/encoding.h"

#include <array>

namespace latchkey {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

std::string encode64(ByteView bytes, std::string_view alphabet) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t pending = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        pending = pending << 8 | byte;
        for (bits += 8; bits >= 6;) {
            bits -= 6;
            text += alphabet[pending >> bits & 63];
        }
    }
    if (bits > 0) text += alphabet[pending << (6 - bits) & 63];
    return text;
}

// What each character stands for, by its code.
using DigitValues = std::array<std::uint8_t, 256>;
constexpr std::uint8_t kNoDigit = 64;

constexpr DigitValues valuesOf(std::string_view alphabet) {
    DigitValues values{};
    values.fill(kNoDigit);
    for (std::size_t value = 0; value < alphabet.size(); ++value)
        values[static_cast<unsigned char>(alphabet[value])] = static_cast<std::uint8_t>(value);
    return values;
}

std::optional<Bytes> decode64(std::string_view text, const DigitValues& values) {
    if (text.size() % 4 == 1) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char digit : text) {
        const std::uint8_t value = values[static_cast<unsigned char>(digit)];
        if (value == kNoDigit) return std::nullopt;
        pending = pending << 6 | value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(pending >> bits));
        }
    }
    const bool leftoverBitsAreZero = (pending & ((1U << bits) - 1)) == 0;
    if (!leftoverBitsAreZero) return std::nullopt;
    return bytes;
}

} // namespace

std::string toHex(ByteView bytes) {
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        hex += kHexDigits[byte >> 4];
        hex += kHexDigits[byte & 15];
    }
    return hex;
}

std::optional<Bytes> fromHex(std::string_view hex) {
    if (hex.size() % 2 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = hexValue(hex[i]);
        const int low = hexValue(hex[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return bytes;
}

std::string toBase64(ByteView bytes) {
    std::string text = encode64(bytes, kBase64);
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    static constexpr DigitValues values = valuesOf(kBase64);
    return decode64(text, values);
}

std::string toBase64Url(ByteView bytes) {
    return encode64(bytes, kBase64Url);
}

std::optional<Bytes> fromBase64Url(std::string_view text) {
    static constexpr DigitValues values = valuesOf(kBase64Url);
    return decode64(text, values);
}

std::string percentEncode(std::string_view text) {
    std::string encoded;
    for (const char character : text) {
        const bool alphanumeric = (character >= '0' && character <= '9') ||
                                  (character >= 'a' && character <= 'z') ||
                                  (character >= 'A' && character <= 'Z');
        if (alphanumeric || std::string_view("-._~").find(character) != std::string_view::npos) {
            encoded += character;
        } else {
            const auto byte = static_cast<std::uint8_t>(character);
            encoded += {'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
        }
    }
    return encoded;
}

} // namespace latchkey
