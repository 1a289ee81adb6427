#include "server/login/typed_code.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::chrono::seconds kHalfMinute{30};
constexpr std::size_t kHyphenAfter = 4;

long long halfMinuteOf(std::chrono::sys_seconds instant) {
    return instant.time_since_epoch() / kHalfMinute;
}

} // namespace

TypedCodeCodec::TypedCodeCodec(const KeyRing& keys) : m_keys(keys.derive("latchkey typed code v1")) {}

// 64 bits of the HMAC as a number to the base 20: no letter is likelier than another by more than 2^-29.
std::string TypedCodeCodec::codeIn(const SessionId& session, long long halfMinute) const {
    const std::string message = session.text() + " " + std::to_string(halfMinute);
    const DerivedKey& key = m_keys.at(std::chrono::sys_seconds(halfMinute * kHalfMinute));
    std::uint64_t number = 0;
    for (const std::uint8_t byte : key.mac(asBytes(message), sizeof number)) number = number << 8 | byte;
    std::string code;
    for (std::size_t letter = 0; letter < kLetters; ++letter) {
        if (letter == kHyphenAfter) code += '-';
        code += kAlphabet[number % kAlphabet.size()];
        number /= kAlphabet.size();
    }
    return code;
}

std::string TypedCodeCodec::codeFor(const SessionId& session, std::chrono::sys_seconds now) const {
    return codeIn(session, halfMinuteOf(now));
}

bool TypedCodeCodec::isOf(std::string_view code, const SessionId& session, std::chrono::sys_seconds now,
                          std::chrono::seconds window) const {
    const long long latest = halfMinuteOf(now);
    const long long count = std::max<long long>(1, window / kHalfMinute);
    for (long long halfMinute = latest; halfMinute > latest - count; --halfMinute) {
        if (codeIn(session, halfMinute) == code) return true;
    }
    return false;
}

std::optional<std::string> TypedCodeCodec::canonical(std::string_view typed) {
    std::string code;
    std::size_t letters = 0;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        const char upper =
            character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
        if (kAlphabet.find(upper) == std::string_view::npos) return std::nullopt;
        if (letters++ == kHyphenAfter) code += '-';
        code += upper;
    }
    if (letters != kLetters) return std::nullopt;
    return code;
}

} // namespace latchkey
