// Bitcoin signed messages (BIP-137): FAST's {"address","signature","message"}.
#pragma once

#include "server/credentials/credential.h"

namespace latchkey {

// Verifies that the owner of the address signed the message.
//   address    a mainnet address, see parseAddress
//   signature  base64 of 65 bytes: header 27 to 42, r, s
//   message    the text, byte for byte
// The hash is SHA-256d over "\x18Bitcoin Signed Message:\n", the message's length as CompactSize, and the
// message. The header has to name the kind of address given: 27–30 P2PKH uncompressed, 31–34 P2PKH
// compressed, 35–38 P2SH-P2WPKH, 39–42 P2WPKH. High s is taken as well as low.
// Returns the address that is proven, or why it is not.
Result<Credential, ProofError> verifySignedMessage(std::string_view address, std::string_view signature,
                                                   std::string_view message);

} // namespace latchkey
