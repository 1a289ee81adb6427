// The key behind a certificate that a server has shown.
#pragma once

#include "common/key_fingerprint.h"

#include <optional>

class QSslCertificate;

namespace latchkey {

// Nothing for no certificate, or one that cannot be read: then it is nobody's.
std::optional<KeyFingerprint> fingerprintOf(const QSslCertificate& certificate);

} // namespace latchkey
