// What a device proves itself with, and every reason why a proof is refused.
//
// A credential is the public half of a key, in one canonical text, so that equal keys are equal texts:
//   Address    a Bitcoin mainnet address: base58check as it is (P2PKH, P2SH), bech32 in lower case (P2WPKH)
//   PublicKey  a secp256k1 public key: 66 lower-case hex digits, compressed (SEC 1 §2.3.3)
//   Page       the same, of a key that the phone page made and keeps in its browser
//   Passkey    a WebAuthn credential id: base64url without padding; the key is kept beside it, see Passkey
//   Wallet     the same as PublicKey, of the key that a Lightning wallet links to our host (LUD-04)
#pragma once

#include "common/result.h"

#include <string>
#include <string_view>

namespace latchkey {

struct Credential {
    enum class Kind { Address, PublicKey, Page, Passkey, Wallet };

    Kind kind = Kind::Address;
    std::string text;

    bool operator==(const Credential&) const = default;
};

// The kind's name in the store and on the wire: "address", "public_key", "page", "passkey", "wallet".
std::string_view toText(Credential::Kind kind);

// Why a proof, or a credential that somebody types, is refused.
enum class ProofError {
    // the text is not what it should be
    AddressMalformed,       // neither base58check nor bech32
    AddressChecksum,        // its checksum says that it was mistyped
    AddressOtherNetwork,    // a testnet, signet or regtest address, or another coin's
    AddressKindUnsupported, // a mainnet address that no signed message can prove: P2WSH, P2TR, …
    PublicKeyNotHex,
    PublicKeyLength,        // neither 33 nor 65 bytes
    PublicKeyNotCompressed, // LNURL-auth: 65 bytes
    PublicKeyNotOnCurve,    // also: a wrong prefix byte
    ChallengeNotK1,         // LNURL-auth: not 32 bytes in hex
    SignatureNotBase64,
    SignatureNotHex,
    SignatureLength,       // not 65 bytes (signed message), not 64 bytes or DER (raw ECDSA)
    SignatureHeader,       // signed message: the first byte is not 27 to 42
    SignatureNotStrictDer, // DER with padding, negative numbers, left-over bytes (BIP-66)
    SignatureOutOfRange,   // r or s is zero, or not below the group's order
    // the text is well-formed, but proves nothing
    HeaderAddressMismatch, // signed message: the header names another kind of address than was given
    KeyNotRecovered,       // no public key gives this signature
    SignatureMismatch,     // made by another key or over another message
};

// One sentence for a person, without a final full stop, naming the cause.
std::string_view toText(ProofError error);

// True when the text itself is at fault (FAST's 400), false when the proof is wrong (FAST's 406).
bool isMalformed(ProofError error);

// Reads a Bitcoin mainnet address (base58check: version bytes 0x00 and 0x05; bech32: hrp "bc", witness
// version 0, 20-byte program; BIP-173) into its canonical form.
Result<Credential, ProofError> parseAddress(std::string_view text);

// Reads a secp256k1 public key: hex of either case, compressed (33 bytes) or uncompressed (65 bytes).
// Hybrid keys (prefix 06, 07) are refused.
Result<Credential, ProofError> parsePublicKey(std::string_view text);

} // namespace latchkey
