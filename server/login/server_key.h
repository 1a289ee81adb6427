// A secret of a server, shared by all nodes of a cluster, and what is derived from it. See key_ring.h.
#pragma once

#include "common/clock.h"
#include "common/encoding.h"

#include <openssl/types.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

// A key for one purpose. Wiped when its last copy goes.
class DerivedKey {
  public:
    static constexpr std::size_t kSize = 32;

    explicit DerivedKey(const std::array<std::uint8_t, kSize>& bytes);

    // From any thread.
    // HMAC-SHA-256 (RFC 2104) of the message, its first `size` bytes (at most 32).
    Bytes mac(ByteView message, std::size_t size) const;

  private:
    class Contexts;
    std::shared_ptr<Contexts> m_contexts;
};

class ServerKey {
  public:
    static ServerKey generate(const RandomFill& random);
    // Nullopt: it is not 64 hex digits.
    static std::optional<ServerKey> parse(std::string_view hex);

    // HKDF-SHA-256 (RFC 5869) with the purpose as info: equal purposes give equal keys.
    DerivedKey derive(std::string_view purpose) const;

    // Eight hex digits to tell keys apart by, which say nothing of the key.
    std::string id() const;
    // As parse() reads it. The caller wipes it.
    std::string reveal() const;

  private:
    using Bytes32 = std::array<std::uint8_t, DerivedKey::kSize>;

    explicit ServerKey(const Bytes32& bytes);

    std::shared_ptr<const Bytes32> m_bytes; // wiped when the last copy goes
    DerivedKey m_root;
};

// The operating system's random source, through OpenSSL.
RandomFill systemRandom();

// Lower-case hex SHA-256, for what is stored only as a hash.
std::string sha256Hex(std::string_view text);

} // namespace latchkey
