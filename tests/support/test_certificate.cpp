#include "tests/support/test_certificate.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <cctype>
#include <stdexcept>

namespace latchkey {

namespace {

template <class Pointer>
Pointer checked(Pointer pointer) {
    if (!pointer) throw std::runtime_error("OpenSSL cannot make a test's certificate");
    return pointer;
}

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio memory() {
    return {checked(BIO_new(BIO_s_mem())), &BIO_free};
}

std::string contentOf(const Bio& bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

std::shared_ptr<EVP_PKEY> newKey(int rsaBits) {
    EVP_PKEY* key = rsaBits > 0 ? EVP_RSA_gen(static_cast<unsigned>(rsaBits)) : EVP_EC_gen("P-256");
    return {checked(key), &EVP_PKEY_free};
}

std::string pemOf(EVP_PKEY* key, const std::string& passphrase) {
    const Bio bio = memory();
    const EVP_CIPHER* cipher = passphrase.empty() ? nullptr : EVP_aes_256_cbc();
    PEM_write_bio_PrivateKey(bio.get(), key, cipher, nullptr, 0, nullptr,
                             passphrase.empty() ? nullptr : const_cast<char*>(passphrase.c_str()));
    return contentOf(bio);
}

std::string pemOf(X509* certificate) {
    const Bio bio = memory();
    PEM_write_bio_X509(bio.get(), certificate);
    return contentOf(bio);
}

void addExtension(X509* certificate, X509* issuer, int what, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = checked(X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str()));
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

// Not signed yet.
std::shared_ptr<X509> newCertificate(EVP_PKEY* key, const char* name) {
    const std::shared_ptr<X509> certificate(checked(X509_new()), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::uint64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

void setValidity(X509* certificate, std::chrono::seconds from, std::chrono::seconds until) {
    X509_gmtime_adj(X509_getm_notBefore(certificate), from.count());
    X509_gmtime_adj(X509_getm_notAfter(certificate), until.count());
}

} // namespace

TestAuthority::TestAuthority()
    : m_key(newKey(0)), m_authority(newCertificate(m_key.get(), "Test authority")) {
    X509* authority = m_authority.get();
    X509_set_issuer_name(authority, X509_get_subject_name(authority));
    setValidity(authority, -std::chrono::hours(24 * 400), std::chrono::hours(24 * 400));
    addExtension(authority, authority, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(authority, authority, NID_key_usage, "critical,keyCertSign");
    addExtension(authority, authority, NID_subject_key_identifier, "hash");
    X509_sign(authority, m_key.get(), EVP_sha256());
    m_certificate = pemOf(authority);
}

TestCertificate TestAuthority::issue(const Order& order) const {
    const auto key = newKey(order.rsaBits);
    const auto certificate = newCertificate(key.get(), "Test server");
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(m_authority.get()));
    setValidity(certificate.get(), order.validFrom, order.validUntil);
    std::string names;
    for (const std::string& name : order.names) {
        const bool address = std::isdigit(static_cast<unsigned char>(name.front())) != 0;
        names += (names.empty() ? "" : ",") + std::string(address ? "IP:" : "DNS:") + name;
    }
    if (!names.empty()) addExtension(certificate.get(), m_authority.get(), NID_subject_alt_name, names);
    addExtension(certificate.get(), m_authority.get(), NID_ext_key_usage, "serverAuth");
    X509_sign(certificate.get(), m_key.get(), EVP_sha256());
    return {pemOf(certificate.get()), pemOf(key.get(), order.passphrase)};
}

} // namespace latchkey
