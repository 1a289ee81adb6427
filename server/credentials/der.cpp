#include "server/credentials/der.h"

#include <algorithm>
#include <optional>

namespace latchkey {

namespace {

constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kInteger = 0x02;
constexpr std::size_t kLargestSignature = 72; // so that every length is one byte
constexpr std::uint8_t kSignBit = 0x80;

// Takes one INTEGER off the front of rest.
std::optional<ByteView> takeInteger(ByteView& rest) {
    if (rest.size() < 2 || rest[0] != kInteger) return std::nullopt;
    const std::size_t length = rest[1];
    if (length == 0 || length > rest.size() - 2) return std::nullopt;
    const ByteView number = rest.subspan(2, length);
    rest = rest.subspan(2 + length);

    const bool isNegative = (number[0] & kSignBit) != 0;
    const bool isPadded = length > 1 && number[0] == 0 && (number[1] & kSignBit) == 0;
    if (isNegative || isPadded) return std::nullopt;
    return number;
}

// Writes the number, right-aligned, into target, which is zero. False if it is too long for it.
bool place(ByteView number, std::span<std::uint8_t> target) {
    if (number[0] == 0) number = number.subspan(1);
    if (number.size() > target.size()) return false;
    std::copy(number.begin(), number.end(), target.end() - static_cast<std::ptrdiff_t>(number.size()));
    return true;
}

} // namespace

Result<CompactSignature, ProofError> compactFromDer(ByteView der) {
    const bool isSequence =
        der.size() >= 2 && der.size() <= kLargestSignature && der[0] == kSequence && der[1] == der.size() - 2;
    if (!isSequence) return Failure{ProofError::SignatureNotStrictDer};
    ByteView rest = der.subspan(2);
    const auto r = takeInteger(rest);
    const auto s = r ? takeInteger(rest) : std::nullopt;
    if (!s || !rest.empty()) return Failure{ProofError::SignatureNotStrictDer};

    CompactSignature compact{};
    const std::span<std::uint8_t> numbers(compact);
    if (!place(*r, numbers.first(32)) || !place(*s, numbers.last(32))) {
        return Failure{ProofError::SignatureOutOfRange};
    }
    return compact;
}

} // namespace latchkey
