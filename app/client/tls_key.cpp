#include "app/client/tls_key.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace latchkey {

// OpenSSL takes it out: Qt's own publicKey() has no bytes for kinds of keys that it does not know (Ed25519).
std::optional<KeyFingerprint> fingerprintOf(const QSslCertificate& certificate) {
    const QByteArray der = certificate.toDer();
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> parsed(d2i_X509(nullptr, &bytes, der.size()),
                                                             &X509_free);
    if (!parsed) return std::nullopt;
    unsigned char* key = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(parsed.get()), &key);
    if (size <= 0) return std::nullopt;
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(reinterpret_cast<char*>(key), size), QCryptographicHash::Sha256);
    OPENSSL_free(key);
    std::array<std::uint8_t, 32> digest{};
    std::ranges::copy(hash, digest.begin());
    return KeyFingerprint(digest);
}

} // namespace latchkey
