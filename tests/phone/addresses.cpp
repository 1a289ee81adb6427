#include "tests/phone/addresses.h"

#include <algorithm>
#include <iterator>

namespace latchkey::phone {

namespace {

// Base 58 of a number written in base 256, most significant byte first; every leading zero byte is a '1'.
std::string toBase58(ByteView bytes) {
    constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    Bytes digits; // base 58, least significant first
    for (const std::uint8_t byte : bytes) {
        unsigned carry = byte;
        for (std::uint8_t& digit : digits) {
            carry += unsigned{digit} << 8;
            digit = static_cast<std::uint8_t>(carry % 58);
            carry /= 58;
        }
        for (; carry > 0; carry /= 58) digits.push_back(static_cast<std::uint8_t>(carry % 58));
    }
    const auto leadingZeros = std::ranges::find_if(bytes, [](std::uint8_t byte) { return byte != 0; });
    std::string text(static_cast<std::size_t>(leadingZeros - bytes.begin()), '1');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) text += kAlphabet[*digit];
    return text;
}

// The version byte, the hash, and the first four bytes of both's double SHA-256.
std::string base58Check(std::uint8_t version, const Hash160& hash) {
    Bytes bytes{version};
    bytes.insert(bytes.end(), hash.begin(), hash.end());
    const Hash256 checksum = doubleSha256(bytes);
    bytes.insert(bytes.end(), checksum.begin(), checksum.begin() + 4);
    return toBase58(bytes);
}

// One step of BIP-173's checksum, a BCH code over 5-bit groups.
std::uint32_t bech32Step(std::uint32_t state, std::uint8_t group) {
    constexpr std::array<std::uint32_t, 5> kGenerator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                      0x2a1462b3};
    const std::uint32_t top = state >> 25;
    state = (state & 0x1ffffff) << 5 ^ group;
    for (unsigned bit = 0; bit < kGenerator.size(); ++bit) {
        if ((top >> bit & 1) != 0) state ^= kGenerator[bit];
    }
    return state;
}

// Regroups 20 bytes into 32 groups of 5 bits; 160 bits leave none over.
Bytes toFiveBitGroups(const Hash160& program) {
    Bytes groups;
    unsigned pending = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : program) {
        pending = (pending << 8 | byte) & 0xfff;
        for (bits += 8; bits >= 5; bits -= 5) {
            groups.push_back(static_cast<std::uint8_t>(pending >> (bits - 5) & 31));
        }
    }
    return groups;
}

// A witness version 0 program as bech32 with the human-readable part "bc".
std::string segwitAddress(const Hash160& program) {
    constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    constexpr std::array<std::uint8_t, 5> kExpandedPrefix{3, 3, 0, 2, 3}; // "bc", as BIP-173 expands it
    Bytes groups{0};                                                      // the witness version
    std::ranges::copy(toFiveBitGroups(program), std::back_inserter(groups));
    std::uint32_t checksum = 1;
    for (const std::uint8_t group : kExpandedPrefix) checksum = bech32Step(checksum, group);
    for (const std::uint8_t group : groups) checksum = bech32Step(checksum, group);
    for (int count = 0; count < 6; ++count) checksum = bech32Step(checksum, 0);
    checksum ^= 1;
    for (int shift = 25; shift >= 0; shift -= 5) {
        groups.push_back(static_cast<std::uint8_t>(checksum >> shift & 31));
    }
    std::string text = "bc1";
    for (const std::uint8_t group : groups) text += kAlphabet[group];
    return text;
}

// The hash of the script that a P2SH-P2WPKH output redeems: OP_0 and a push of the key's hash (BIP-141).
Hash160 nestedScriptHash(const Hash160& keyHash) {
    Bytes script{0x00, 0x14};
    script.insert(script.end(), keyHash.begin(), keyHash.end());
    return hash160(script);
}

} // namespace

std::string_view toText(AddressKind kind) {
    switch (kind) {
    case AddressKind::P2pkh:
        return "p2pkh";
    case AddressKind::P2pkhUncompressed:
        return "p2pkh-uncompressed";
    case AddressKind::P2shP2wpkh:
        return "p2sh-p2wpkh";
    case AddressKind::P2wpkh:
        return "p2wpkh";
    }
    return {};
}

std::optional<AddressKind> addressKindFrom(std::string_view text) {
    const auto* kind = std::ranges::find(kAddressKinds, text, [](AddressKind each) { return toText(each); });
    if (kind == kAddressKinds.end()) return std::nullopt;
    return *kind;
}

std::string addressOf(const PublicKey& key, AddressKind kind) {
    switch (kind) {
    case AddressKind::P2pkh:
        return base58Check(0x00, hash160(key.compressed));
    case AddressKind::P2pkhUncompressed:
        return base58Check(0x00, hash160(key.uncompressed));
    case AddressKind::P2shP2wpkh:
        return base58Check(0x05, nestedScriptHash(hash160(key.compressed)));
    case AddressKind::P2wpkh:
        return segwitAddress(hash160(key.compressed));
    }
    return {};
}

} // namespace latchkey::phone
