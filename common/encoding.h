// Text forms of bytes: hex, base64 (RFC 4648 §4) and base64url without padding (RFC 4648 §5).
//
// All decoders are strict: one text for one value. A wrong digit, wrong padding, a stray space or
// non-zero left-over bits (RFC 4648 §3.5) give std::nullopt.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// The bytes of a text, in place.
inline ByteView asBytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string toHex(ByteView bytes);                  // lower case
std::optional<Bytes> fromHex(std::string_view hex); // either case

std::string toBase64(ByteView bytes); // with padding
std::optional<Bytes> fromBase64(std::string_view text);

std::string toBase64Url(ByteView bytes); // without padding
std::optional<Bytes> fromBase64Url(std::string_view text);

// Percent-encodes everything but RFC 3986 §2.3's unreserved characters.
std::string percentEncode(std::string_view text);

} // namespace latchkey
