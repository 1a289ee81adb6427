#include "server/http/tls_identity.h"

#include "common/time_format.h"
#include "server/credentials/hashing.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey {

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File opened(const std::filesystem::path& path) {
    return {std::fopen(path.c_str(), "re"), &std::fclose};
}

std::string unreadable(const std::filesystem::path& file, std::string_view what) {
    return file.string() + ": " + std::string(what) + " cannot be read: " + std::strerror(errno);
}

std::shared_ptr<X509> readCertificate(std::FILE* file) {
    X509* certificate = PEM_read_X509(file, nullptr, nullptr, nullptr);
    return certificate ? std::shared_ptr<X509>(certificate, &X509_free) : nullptr;
}

// The certificates of a file in their order: at least one.
Result<std::vector<std::shared_ptr<X509>>, std::string> readChain(const std::filesystem::path& path) {
    const File file = opened(path);
    if (!file) return Failure{unreadable(path, "the certificate")};
    ERR_clear_error();
    std::vector<std::shared_ptr<X509>> chain;
    while (auto certificate = readCertificate(file.get())) chain.push_back(std::move(certificate));
    if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
        return Failure{path.string() + ": certificate " + std::to_string(chain.size() + 1) +
                       " in this file is damaged"};
    if (chain.empty()) return Failure{path.string() + ": there is no certificate in PEM form in this file"};
    return chain;
}

// OpenSSL would ask for a passphrase at the terminal.
int noPassphrase(char*, int, int, void* wasAsked) {
    *static_cast<bool*>(wasAsked) = true;
    return -1;
}

Result<std::shared_ptr<EVP_PKEY>, std::string> readKey(const std::filesystem::path& path) {
    const File file = opened(path);
    struct stat status {};
    if (!file || ::fstat(::fileno(file.get()), &status) != 0) {
        return Failure{unreadable(path, "the key")};
    }
    const mode_t allowed = status.st_uid == 0 ? 0740 : 0700;
    if ((status.st_mode & 0777 & ~allowed) != 0) {
        return Failure{path.string() + ": others can read the key, so it is no secret any more; run chmod " +
                       (status.st_uid == 0 ? "640 " : "600 ") + path.string() + ", or better get a new one"};
    }
    bool encrypted = false;
    ERR_clear_error();
    EVP_PKEY* key = PEM_read_PrivateKey(file.get(), nullptr, &noPassphrase, &encrypted);
    if (encrypted) {
        return Failure{path.string() +
                       ": the key asks for a passphrase, which a server cannot type; take it off with "
                       "openssl pkey -in FILE -out FILE"};
    }
    if (!key) return Failure{path.string() + ": there is no key in PEM form in this file"};
    return std::shared_ptr<EVP_PKEY>(key, &EVP_PKEY_free);
}

std::chrono::sys_seconds instantOf(const ASN1_TIME* time) {
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return std::chrono::sys_seconds(std::chrono::seconds(::timegm(&parts)));
}

std::string textOf(const GENERAL_NAME& name) {
    int type = 0;
    const auto* value = static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(&name, &type));
    if (type != GEN_DNS && type != GEN_IPADD) return "";
    const unsigned char* bytes = ASN1_STRING_get0_data(value);
    const int size = ASN1_STRING_length(value);
    if (type == GEN_DNS) return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (size == 4) ::inet_ntop(AF_INET, bytes, text.data(), text.size());
    if (size == 16) ::inet_ntop(AF_INET6, bytes, text.data(), text.size());
    return text.data();
}

bool isFor(X509* certificate, std::string host) {
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    return X509_check_ip_asc(certificate, host.c_str(), 0) == 1 ||
           X509_check_host(certificate, host.data(), host.size(), X509_CHECK_FLAG_NEVER_CHECK_SUBJECT,
                           nullptr) == 1;
}

} // namespace

Result<TlsIdentity, std::string> TlsIdentity::load(const Files& files) {
    auto chain = readChain(files.certificate);
    if (!chain) return Failure{chain.error()};
    auto key = readKey(files.key);
    if (!key) return Failure{key.error()};
    TlsIdentity identity;
    identity.m_certificate = chain->front();
    identity.m_chain.assign(chain->begin() + 1, chain->end());
    identity.m_key = *std::move(key);
    if (X509_check_private_key(identity.certificate(), identity.key()) != 1) {
        return Failure{files.key.string() + ": this is not the key of the first certificate in " +
                       files.certificate.string() + "; the server's own certificate comes first"};
    }
    return identity;
}

KeyFingerprint TlsIdentity::fingerprint() const {
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate()), &der);
    if (size < 0) throw std::runtime_error("OpenSSL has no memory to encode a key");
    const Digest digest = sha256({der, static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return KeyFingerprint(digest);
}

std::string TlsIdentity::names() const {
    using Names = std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)>;
    const Names all(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate(), NID_subject_alt_name, nullptr, nullptr)),
        &GENERAL_NAMES_free);
    std::string names;
    for (int i = 0; i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const std::string name = textOf(*sk_GENERAL_NAME_value(all.get(), i));
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

std::chrono::sys_seconds TlsIdentity::validFrom() const {
    return instantOf(X509_get0_notBefore(certificate()));
}

std::chrono::sys_seconds TlsIdentity::validUntil() const {
    return instantOf(X509_get0_notAfter(certificate()));
}

std::vector<std::string> TlsIdentity::faults(const std::string& host, std::chrono::sys_seconds now) const {
    std::vector<std::string> faults;
    if (now < validFrom()) {
        faults.push_back("the certificate is not valid before " + toRfc3339(validFrom()) +
                         "; this machine's clock says " + toRfc3339(now));
    }
    if (now > validUntil())
        faults.push_back("the certificate expired at " + toRfc3339(validUntil()) + "; renew it");
    if (!isFor(certificate(), host)) {
        const std::string its = names();
        faults.push_back("the certificate is not for " + host + " but for " +
                         (its.empty() ? "no name" : its) +
                         "; get one for it, or give a public_url with a name that it has");
    }
    return faults;
}

} // namespace latchkey
