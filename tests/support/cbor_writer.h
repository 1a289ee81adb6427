// Writes CBOR (RFC 8949), every head in its shortest form. What the software authenticator speaks, and what
// tests build the odd forms with.
#pragma once

#include "common/encoding.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace latchkey::cbor_writer {

enum class Type : std::uint8_t { Unsigned, Negative, Bytes, Text, Array, Map, Tag };

inline Bytes join(std::initializer_list<ByteView> parts) {
    Bytes bytes;
    for (const ByteView part : parts) bytes.insert(bytes.end(), part.begin(), part.end());
    return bytes;
}

// The start of an item: its type with a value, a length in bytes or a number of items.
inline Bytes head(Type type, std::uint64_t argument) {
    const auto first = static_cast<std::uint8_t>(static_cast<unsigned>(type) << 5);
    if (argument < 24) return {static_cast<std::uint8_t>(first | argument)};
    const int power = argument <= 0xff ? 0 : argument <= 0xffff ? 1 : argument <= 0xffffffff ? 2 : 3;
    Bytes bytes{static_cast<std::uint8_t>(first | (24 + power))};
    for (int shift = 8 * (1 << power) - 8; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<std::uint8_t>(argument >> shift));
    }
    return bytes;
}

inline Bytes integer(std::int64_t value) {
    return value >= 0 ? head(Type::Unsigned, static_cast<std::uint64_t>(value))
                      : head(Type::Negative, static_cast<std::uint64_t>(-1 - value));
}

inline Bytes bytes(ByteView content) {
    return join({head(Type::Bytes, content.size()), content});
}

inline Bytes text(std::string_view content) {
    return join({head(Type::Text, content.size()), asBytes(content)});
}

inline Bytes boolean(bool value) {
    return {static_cast<std::uint8_t>(value ? 0xf5 : 0xf4)};
}

// Of items.
inline Bytes array(std::initializer_list<ByteView> items) {
    return join({head(Type::Array, items.size()), join(items)});
}

// Of keys and values by turns, in the order given.
inline Bytes map(std::initializer_list<ByteView> keysAndValues) {
    return join({head(Type::Map, keysAndValues.size() / 2), join(keysAndValues)});
}

} // namespace latchkey::cbor_writer
