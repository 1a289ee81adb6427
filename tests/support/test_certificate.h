// Certificates for a test, made when it runs: an authority of its own, and what it issues.
#pragma once

#include <openssl/types.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace latchkey {

// PEM, as files have it.
struct TestCertificate {
    std::string certificate;
    std::string key;
};

class TestAuthority {
  public:
    struct Order {
        // Names with a digit in front are IP addresses.
        std::vector<std::string> names{"localhost", "127.0.0.1"};
        std::chrono::seconds validFrom = -std::chrono::hours(1); // from now
        std::chrono::seconds validUntil = std::chrono::hours(24);
        int rsaBits = 0;        // 0: an EC key on P-256
        std::string passphrase; // of the key
    };

    TestAuthority();

    const std::string& certificate() const { return m_certificate; }
    TestCertificate issue(const Order& order) const;
    TestCertificate issue() const { return issue(Order{}); }

  private:
    std::shared_ptr<EVP_PKEY> m_key;
    std::shared_ptr<X509> m_authority;
    std::string m_certificate;
};

} // namespace latchkey
