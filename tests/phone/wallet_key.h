// The wallet's secp256k1 key (SEC 2 §2.4.1): the secret half stays inside, signatures and the public half
// come out.
#pragma once

#include "common/identifiers.h"
#include "common/result.h"
#include "tests/phone/hashes.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace latchkey::phone {

// A secret key as 64 hex digits, for the key file alone.
using SecretKeyText = Private<struct SecretKeyTag>;

// Both serialisations of SEC 1 §2.3.3.
struct PublicKey {
    std::array<std::uint8_t, 33> compressed{};
    std::array<std::uint8_t, 65> uncompressed{};
};

struct EcdsaSignature {
    std::array<std::uint8_t, 64> compact{}; // r‖s, with low s (BIP-62)
    int recoveryId = 0;                     // 0 to 3: which of the possible public keys is ours
};

class WalletKey {
  public:
    // A new key from the system's random source. On failure: why there is no randomness.
    static Result<WalletKey, std::string> generate();
    // Reads 64 hex digits of either case. On failure: what is wrong, without quoting the text.
    static Result<WalletKey, std::string> parse(const SecretKeyText& hex);

    WalletKey(const WalletKey&) = delete;
    WalletKey& operator=(const WalletKey&) = delete;
    WalletKey(WalletKey&& other) noexcept;
    WalletKey& operator=(WalletKey&& other) noexcept;
    ~WalletKey();

    const PublicKey& publicKey() const { return m_publicKey; }
    // Deterministic (RFC 6979): the same hash always gives the same signature.
    EcdsaSignature sign(const Hash256& hash) const;
    SecretKeyText secretText() const;

  private:
    using Secret = std::array<std::uint8_t, 32>;

    explicit WalletKey(const Secret& secret);

    Secret m_secret{}; // wiped when the key is moved from or destroyed
    PublicKey m_publicKey;
};

} // namespace latchkey::phone
