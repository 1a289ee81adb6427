// What the server proves itself with: its certificate, the chain up to an authority, and the key to it.
#pragma once

#include "common/key_fingerprint.h"
#include "common/result.h"

#include <openssl/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace latchkey {

class TlsIdentity {
  public:
    struct Files {
        std::filesystem::path certificate; // PEM: the server's own certificate first, then its chain
        std::filesystem::path key;         // PEM, without a passphrase; may be the same file
    };

    // On failure, a sentence with the fix: a file is missing or holds something else, others can read the
    // key, or the key is not the certificate's. As with PostgreSQL, the key's group may read it when root
    // owns it, so that a certificate that several services share can be one of theirs.
    static Result<TlsIdentity, std::string> load(const Files& files);

    // The DNS names and IP addresses in the certificate (RFC 6125, the subject alternative names alone, as
    // browsers have it), separated by commas.
    std::string names() const;
    // What kiosks that have come to trust this server know it by.
    KeyFingerprint fingerprint() const;
    std::chrono::sys_seconds validFrom() const;
    std::chrono::sys_seconds validUntil() const;

    // What a phone that opens this host at that time would find fault with, a sentence each.
    //   host  a name or IP address; an IPv6 address may have its brackets
    std::vector<std::string> faults(const std::string& host, std::chrono::sys_seconds now) const;

    X509* certificate() const { return m_certificate.get(); }
    const std::vector<std::shared_ptr<X509>>& chain() const { return m_chain; } // without the certificate
    EVP_PKEY* key() const { return m_key.get(); }

  private:
    TlsIdentity() = default;

    std::shared_ptr<X509> m_certificate;
    std::vector<std::shared_ptr<X509>> m_chain;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace latchkey
