#include "server/credentials/cbor.h"

#include <algorithm>
#include <limits>

namespace latchkey::cbor {

namespace {

constexpr int kDeepest = 8;

// The major types (§3.1), as the first three bits have them.
enum class Type { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };

struct Head {
    Type type;
    std::uint64_t argument; // a value, a length in bytes or a number of items
};

std::optional<Head> takeHead(ByteView& rest) {
    if (rest.empty()) return std::nullopt;
    const auto type = static_cast<Type>(rest[0] >> 5);
    const unsigned information = rest[0] & 31;
    rest = rest.subspan(1);
    if (information < 24) return Head{type, information};
    if (information > 27) return std::nullopt; // an indefinite length, or reserved

    const std::size_t width = std::size_t{1} << (information - 24);
    if (rest.size() < width) return std::nullopt;
    std::uint64_t argument = 0;
    for (const std::uint8_t byte : rest.first(width)) argument = argument << 8 | byte;
    rest = rest.subspan(width);
    return Head{type, argument};
}

bool skipItem(ByteView& rest, int levelsLeft);

// Every item has a byte at least, so a count that is too high ends where the bytes end.
bool skipItems(std::uint64_t count, ByteView& rest, int levelsLeft) {
    if (levelsLeft == 0 || count > rest.size()) return false;
    for (; count > 0; --count) {
        if (!skipItem(rest, levelsLeft - 1)) return false;
    }
    return true;
}

bool skipItem(ByteView& rest, int levelsLeft) {
    const auto head = takeHead(rest);
    if (!head) return false;
    switch (head->type) {
    case Type::Bytes:
    case Type::Text:
        if (head->argument > rest.size()) return false;
        rest = rest.subspan(head->argument);
        return true;
    case Type::Array:
        return skipItems(head->argument, rest, levelsLeft);
    case Type::Map:
        return head->argument <= rest.size() && skipItems(2 * head->argument, rest, levelsLeft);
    case Type::Tag:
        return false;
    case Type::Unsigned:
    case Type::Negative:
    case Type::Simple:
        break;
    }
    return true;
}

std::optional<ByteView> contentOf(ByteView item, Type type) {
    const auto head = takeHead(item);
    if (!head || head->type != type || head->argument != item.size()) return std::nullopt;
    return item;
}

// The value of the one member whose key is as wanted.
template <class IsWanted>
std::optional<ByteView> findMember(ByteView map, IsWanted isWanted) {
    const auto head = takeHead(map);
    if (!head || head->type != Type::Map) return std::nullopt;
    std::optional<ByteView> found;
    for (std::uint64_t i = 0; i < head->argument; ++i) {
        const auto key = takeItem(map);
        const auto value = key ? takeItem(map) : std::nullopt;
        if (!value) return std::nullopt;
        if (!isWanted(*key)) continue;
        if (found) return std::nullopt;
        found = value;
    }
    return found;
}

} // namespace

std::optional<ByteView> takeItem(ByteView& rest) {
    const ByteView start = rest;
    if (!skipItem(rest, kDeepest)) return std::nullopt;
    return start.first(start.size() - rest.size());
}

std::optional<std::int64_t> integerIn(ByteView item) {
    const auto head = takeHead(item);
    if (!head || !item.empty()) return std::nullopt;
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (head->argument > kLargest) return std::nullopt;
    const auto value = static_cast<std::int64_t>(head->argument);
    if (head->type == Type::Unsigned) return value;
    if (head->type == Type::Negative) return -1 - value;
    return std::nullopt;
}

std::optional<ByteView> bytesIn(ByteView item) {
    return contentOf(item, Type::Bytes);
}

std::optional<ByteView> memberOf(ByteView map, std::string_view key) {
    return findMember(map, [wanted = asBytes(key)](ByteView item) {
        const auto text = contentOf(item, Type::Text);
        return text && std::ranges::equal(*text, wanted);
    });
}

std::optional<ByteView> memberOf(ByteView map, std::int64_t key) {
    return findMember(map, [key](ByteView item) { return integerIn(item) == key; });
}

bool isMap(ByteView item) {
    const auto head = takeHead(item);
    return head && head->type == Type::Map;
}

} // namespace latchkey::cbor
