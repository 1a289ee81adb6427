// What several kinds of proof need of libsecp256k1: reading keys and signatures, and verifying. Nothing here
// signs.
#pragma once

#include "common/encoding.h"
#include "server/credentials/credential.h"
#include "server/credentials/hashing.h"

#include <secp256k1.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace latchkey {

// 64 bytes r‖s, big-endian.
using CompactSignature = std::array<std::uint8_t, 64>;

// The library's built-in context, after its self-test. It is constant, so any thread may use it.
const secp256k1_context* curve();

// Reads what parsePublicKey reads, with its reasons.
Result<secp256k1_pubkey, ProofError> publicKeyFrom(std::string_view hex);

enum class KeyForm { Compressed, Uncompressed };

// The key's bytes (SEC 1 §2.3.3): 33 or 65.
Bytes toBytes(const secp256k1_pubkey& key, KeyForm form);

// Fails with SignatureOutOfRange, when r or s is zero or not below the group's order.
Result<secp256k1_ecdsa_signature, ProofError> signatureFrom(const CompactSignature& compact);

// Plain ECDSA (SEC 1 §4.1.4) over the digest. High s is taken as well as low: anybody can turn one into the
// other, but both say that the key's owner signed this digest, and only that is asked here.
// Fails with SignatureOutOfRange or SignatureMismatch.
Outcome<ProofError> checkSignature(const CompactSignature& compact, const secp256k1_pubkey& key,
                                   const Digest& digest);

} // namespace latchkey
