// Signatures in strict DER, as BIP-66 has it without its sighash byte: SEQUENCE { INTEGER r, INTEGER s },
// at most 72 bytes, every number positive and in its shortest form.
#pragma once

#include "server/credentials/curve.h"

namespace latchkey {

// Fails with SignatureNotStrictDer, or SignatureOutOfRange for a number of more than 32 bytes. Smaller
// numbers that are out of range are for signatureFrom to find.
Result<CompactSignature, ProofError> compactFromDer(ByteView der);

} // namespace latchkey
