// Bitcoin mainnet addresses of a public key, derived without any of the server's code.
#pragma once

#include "tests/phone/wallet_key.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey::phone {

enum class AddressKind {
    P2pkh,             // 1…, of the compressed key: base58check, version 0x00
    P2pkhUncompressed, // 1…, of the uncompressed key
    P2shP2wpkh,        // 3…, SegWit nested in P2SH (BIP-49): base58check, version 0x05
    P2wpkh,            // bc1q…, native SegWit version 0 (BIP-84): bech32 (BIP-173)
};

inline constexpr std::array kAddressKinds{AddressKind::P2pkh, AddressKind::P2pkhUncompressed,
                                          AddressKind::P2shP2wpkh, AddressKind::P2wpkh};

// The kind's name on the command line: p2pkh, p2pkh-uncompressed, p2sh-p2wpkh, p2wpkh.
std::string_view toText(AddressKind kind);
std::optional<AddressKind> addressKindFrom(std::string_view text);

std::string addressOf(const PublicKey& key, AddressKind kind);

} // namespace latchkey::phone
