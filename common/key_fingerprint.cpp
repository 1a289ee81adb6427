#include "common/key_fingerprint.h"

#include <algorithm>

namespace latchkey {

Result<KeyFingerprint, std::string> KeyFingerprint::parse(std::string_view text) {
    std::array<std::uint8_t, 32> digest{};
    const auto bytes = fromHex(text);
    if (!bytes || bytes->size() != digest.size())
        return Failure{std::string("a key's fingerprint has 64 hex digits, without spaces")};
    std::ranges::copy(*bytes, digest.begin());
    return KeyFingerprint(digest);
}

std::string KeyFingerprint::groups() const {
    std::string groups;
    for (const char digit : text()) {
        if (groups.size() % 5 == 4) groups += ' ';
        groups += digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
    }
    return groups;
}

} // namespace latchkey
