// What a server's TLS key is known by: the SHA-256 of the key's SubjectPublicKeyInfo, as in RFC 7469 §2.4. It
// stays the same when a certificate is renewed for the same key.
#pragma once

#include "common/encoding.h"
#include "common/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace latchkey {

class KeyFingerprint {
  public:
    explicit KeyFingerprint(const std::array<std::uint8_t, 32>& digest) : m_digest(digest) {}

    // 64 hex digits, as text() has them. On failure: what would be right.
    static Result<KeyFingerprint, std::string> parse(std::string_view text);

    // For machines: lower case, without spaces.
    std::string text() const { return toHex(m_digest); }
    // For somebody who compares: capitals, sixteen groups of four.
    std::string groups() const;

    bool operator==(const KeyFingerprint&) const = default;

  private:
    std::array<std::uint8_t, 32> m_digest;
};

} // namespace latchkey
