// As much CBOR (RFC 8949) as it takes to find one's way in what an authenticator sends.
//
// Nothing is copied and nothing is allocated, so that a length which somebody claims costs nothing, whatever
// it is. Only what CTAP2's canonical form (§6 there) allows is read: no indefinite lengths and no tags; here
// that is at most 8 levels of arrays and maps. Everything else gives std::nullopt.
//
// An item is a whole encoded value: what it is, and all that is in it.
#pragma once

#include "common/encoding.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace latchkey::cbor {

// Takes one item off the front of rest, which is then what is behind it. On failure rest is of no use.
std::optional<ByteView> takeItem(ByteView& rest);

// What an item of one of these kinds holds; nullopt for any other.
std::optional<std::int64_t> integerIn(ByteView item);
std::optional<ByteView> bytesIn(ByteView item);

// The item that a map has under a text, or under an integer. Nullopt also when it is there twice.
std::optional<ByteView> memberOf(ByteView map, std::string_view key);
std::optional<ByteView> memberOf(ByteView map, std::int64_t key);

// True when the item is a map.
bool isMap(ByteView item);

} // namespace latchkey::cbor
