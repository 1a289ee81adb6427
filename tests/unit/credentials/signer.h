// A person with a key, for the tests: what a wallet does, written without the code under test.
#pragma once

#include "common/encoding.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace latchkey {

using Number = std::array<std::uint8_t, 32>; // big-endian

// The four kinds of signed message of BIP-137, in the order of their headers.
enum class Scheme { P2pkhUncompressed, P2pkhCompressed, P2shP2wpkh, P2wpkh };
inline constexpr std::array kSchemes{Scheme::P2pkhUncompressed, Scheme::P2pkhCompressed, Scheme::P2shP2wpkh,
                                     Scheme::P2wpkh};

Number sha256Of(std::string_view bytes);
Number signedMessageDigest(std::string_view message);
Number negated(const Number& s); // n - s: turns low s into high s and back
Bytes toDer(ByteView compact);

// Signature bytes of a signed message, and their base64.
std::string base64Of(Scheme scheme, int recoveryId, ByteView compact);

// The compressed key under which r, s verify over the digest; empty if there is none.
Bytes keyThatSigned(ByteView compact, const Number& digest);

class Signer {
  public:
    // Equal seeds are equal keys.
    explicit Signer(std::uint32_t seed);

    Bytes publicKey() const;             // compressed
    Bytes uncompressedPublicKey() const; // the same point
    std::string address(Scheme scheme) const;

    Bytes sign(const Number& digest) const; // r‖s, low s
    std::string signMessage(Scheme scheme, std::string_view message) const;
    std::string signMessageWithHighS(Scheme scheme, std::string_view message) const;

  private:
    Number m_secret{};
};

} // namespace latchkey
