// The proofs that servers ask for, made from a wallet's key: the two that FAST's webhook knows, and the bare
// signature that both the second one and LNURL-auth are made of.
#pragma once

#include "tests/phone/addresses.h"
#include "tests/phone/wallet_key.h"

#include <string>
#include <string_view>

namespace latchkey::phone {

enum class SignatureForm {
    Der,     // ASN.1 DER (SEC 1 §C.5), as OpenSSL and wallets write it
    Compact, // 64 bytes r‖s
};

// A Bitcoin signed message (BIP-137): base64 of 65 bytes, header, r, s. The header names the kind of address
// that the signature speaks for: 27–30 P2PKH uncompressed, 31–34 P2PKH, 35–38 P2SH-P2WPKH, 39–42 P2WPKH.
std::string signMessage(const WalletKey& key, std::string_view message, AddressKind kind);

// Plain ECDSA over SHA-256 of the challenge's bytes, in hex.
std::string signChallenge(const WalletKey& key, std::string_view challenge, SignatureForm form);

// Plain ECDSA over the hash, in hex.
std::string signHash(const WalletKey& key, const Hash256& hash, SignatureForm form);

} // namespace latchkey::phone
