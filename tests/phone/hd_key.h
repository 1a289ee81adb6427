// Keys that are derived from one seed (BIP-32), secret halves only.
#pragma once

#include "tests/phone/hashes.h"
#include "tests/phone/wallet_key.h"

#include <cstdint>
#include <span>

namespace latchkey::phone {

class HdKey {
  public:
    // Added to a child's number: derived from the secret, so that nothing follows from a sibling's.
    static constexpr std::uint32_t kHardened = 0x80000000;

    // The master key of a seed of 16 to 64 bytes. Like a child, it does not exist for one in 2^127 of them:
    // throws std::runtime_error.
    static HdKey master(ByteView seed);

    HdKey(const HdKey& other) = default;
    HdKey& operator=(const HdKey& other) = default;
    ~HdKey();

    HdKey child(std::uint32_t number) const;
    // The child's child, and so on; the key itself for an empty path.
    HdKey descendant(std::span<const std::uint32_t> path) const;

    // What it signs with.
    WalletKey key() const;
    // The secret half, 32 bytes, big-endian.
    const Hash256& secret() const { return m_secret; }
    const Hash256& chainCode() const { return m_chainCode; }

  private:
    HdKey(const Hash256& secret, const Hash256& chainCode) : m_secret(secret), m_chainCode(chainCode) {}

    Hash256 m_secret{}; // wiped with the key
    Hash256 m_chainCode{};
};

} // namespace latchkey::phone
