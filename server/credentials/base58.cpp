#include "server/credentials/base58.h"

#include <algorithm>
#include <tuple>

namespace latchkey {

namespace {

constexpr std::string_view kDigits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::size_t kHashSize = std::tuple_size_v<Hash160>;
constexpr std::size_t kChecksumSize = 4;
constexpr std::size_t kAddressSize = 1 + kHashSize + kChecksumSize;
constexpr std::size_t kLongestAddress = 35; // digits that 25 bytes need at most

// number = number * from + digit, where number is in base `to`, lowest digit first.
void appendDigit(Bytes& number, std::uint32_t digit, std::uint32_t from, std::uint32_t to) {
    std::uint32_t carry = digit;
    for (std::uint8_t& place : number) {
        carry += place * from;
        place = static_cast<std::uint8_t>(carry % to);
        carry /= to;
    }
    for (; carry > 0; carry /= to) number.push_back(static_cast<std::uint8_t>(carry % to));
}

} // namespace

std::string toBase58(ByteView bytes) {
    Bytes number;
    for (const std::uint8_t byte : bytes) appendDigit(number, byte, 256, 58);
    const auto firstNonZero = std::find_if(bytes.begin(), bytes.end(), [](auto byte) { return byte != 0; });
    std::string text(static_cast<std::size_t>(firstNonZero - bytes.begin()), kDigits.front());
    for (auto digit = number.rbegin(); digit != number.rend(); ++digit) text += kDigits[*digit];
    return text;
}

std::optional<Bytes> fromBase58(std::string_view text) {
    Bytes number;
    for (const char digit : text) {
        const std::size_t value = kDigits.find(digit);
        if (value == std::string_view::npos) return std::nullopt;
        appendDigit(number, static_cast<std::uint32_t>(value), 58, 256);
    }
    const std::size_t zeros = std::min(text.find_first_not_of(kDigits.front()), text.size());
    number.insert(number.end(), zeros, 0);
    std::reverse(number.begin(), number.end());
    return number;
}

std::string toBase58Check(const VersionedHash& content) {
    Bytes bytes{content.version};
    bytes.insert(bytes.end(), content.hash.begin(), content.hash.end());
    const Digest digest = sha256d(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.begin() + kChecksumSize);
    return toBase58(bytes);
}

Result<VersionedHash, ProofError> fromBase58Check(std::string_view text) {
    if (text.size() > kLongestAddress) return Failure{ProofError::AddressMalformed};
    const auto bytes = fromBase58(text);
    if (!bytes || bytes->size() != kAddressSize) return Failure{ProofError::AddressMalformed};
    const ByteView content = ByteView(*bytes).first(1 + kHashSize);
    const ByteView checksum = ByteView(*bytes).last(kChecksumSize);
    const Digest digest = sha256d(content);
    if (!std::equal(checksum.begin(), checksum.end(), digest.begin())) {
        return Failure{ProofError::AddressChecksum};
    }
    VersionedHash address{content.front(), {}};
    std::copy(content.begin() + 1, content.end(), address.hash.begin());
    return address;
}

} // namespace latchkey
