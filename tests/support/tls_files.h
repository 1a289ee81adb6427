// A test's certificate and key as files, as the server wants them.
#pragma once

#include "server/http/tls_identity.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_certificate.h"

#include <QStringList>

#include <filesystem>

namespace latchkey {

inline TlsIdentity::Files writeFiles(const TemporaryFolder& folder, const TestCertificate& made) {
    const TlsIdentity::Files files{folder.write("cert.pem", made.certificate),
                                   folder.write("key.pem", made.key)};
    using std::filesystem::perms;
    std::filesystem::permissions(files.key, perms::owner_read | perms::owner_write);
    return files;
}

// With which latchkey-server speaks TLS.
inline QStringList tlsArguments(const TlsIdentity::Files& files) {
    return {"--tls-cert", QString::fromStdString(files.certificate.string()), "--tls-key",
            QString::fromStdString(files.key.string())};
}

} // namespace latchkey
