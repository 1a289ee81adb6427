// The one secret of a server, shared by all nodes of a cluster: everything else is derived from it.
#pragma once

#include "common/clock.h"
#include "common/encoding.h"
#include "common/result.h"

#include <openssl/types.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
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
    // Reads the key file (64 hex digits and a line end); makes it, once, with mode 0600, when there is none.
    // On failure, a sentence with the fix: others can read the file, or it holds something else.
    static Result<ServerKey, std::string> loadOrCreate(const std::filesystem::path& file,
                                                       const RandomFill& random);

    // HKDF-SHA-256 (RFC 5869) with the purpose as info: equal purposes give equal keys.
    DerivedKey derive(std::string_view purpose) const;

  private:
    explicit ServerKey(const DerivedKey& root) : m_root(root) {}

    DerivedKey m_root;
};

// The operating system's random source, through OpenSSL.
RandomFill systemRandom();

// Lower-case hex SHA-256, for what is stored only as a hash.
std::string sha256Hex(std::string_view text);

} // namespace latchkey
