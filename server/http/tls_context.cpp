#include "server/http/tls_context.h"

#include "server/http/tls_channel.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <new>

namespace latchkey {

namespace {

// The key that tickets are sealed with lives as long as its context. Who gets hold of it can read recorded
// TLS 1.2 connections that were resumed; no more than a day of them, so.
constexpr std::chrono::hours kTicketKeyLifetime{24};

constexpr int kSecurityLevel = 2; // keys of 112 bits of security, RSA from 2048 bits on, no SHA-1

constexpr unsigned char kProtocols[] = "\x08http/1.1";

// Refuses who speaks only other protocols than ours (RFC 7301 §3.2), and with it attacks that have a browser
// talk to us as if we were some other service.
int chooseProtocol(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered,
                   unsigned int offeredSize, void*) {
    unsigned char* common = nullptr;
    if (SSL_select_next_proto(&common, size, kProtocols, sizeof kProtocols - 1, offered, offeredSize) !=
        OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *chosen = common;
    return SSL_TLSEXT_ERR_OK;
}

void setRules(SSL_CTX* context) {
    if (SSL_CTX_get_min_proto_version(context) < TLS1_2_VERSION)
        SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_security_level(context, std::max(SSL_CTX_get_security_level(context), kSecurityLevel));
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20"); // of TLS 1.2
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_alpn_select_cb(context, &chooseProtocol, nullptr);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF); // tickets are kept by the clients

    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                  SSL_MODE_RELEASE_BUFFERS);
    // A read that retried by itself would go on for as long as a client sends key updates.
    SSL_CTX_clear_mode(context, SSL_MODE_AUTO_RETRY);
}

std::string opensslReason() {
    const char* reason = ERR_reason_error_string(ERR_peek_error());
    return reason ? reason : "unknown";
}

} // namespace

TlsContext::TlsContext(TlsIdentity identity, Now now, Handle handle)
    : m_identity(std::move(identity)),
      m_now(std::move(now)),
      m_handle(std::move(handle)),
      m_builtAt(m_now()) {}

Result<std::shared_ptr<TlsContext>, std::string> TlsContext::load(const TlsIdentity::Files& files, Now now) {
    auto identity = TlsIdentity::load(files);
    if (!identity) return Failure{identity.error()};
    auto handle = build(*identity);
    if (!handle) return Failure{files.certificate.string() + ": OpenSSL refuses it: " + handle.error()};
    return std::shared_ptr<TlsContext>(
        new TlsContext(*std::move(identity), std::move(now), *std::move(handle)));
}

Result<TlsContext::Handle, std::string> TlsContext::build(const TlsIdentity& identity) {
    ERR_clear_error();
    const Handle handle(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    if (!handle) return Failure{opensslReason()};
    setRules(handle.get());
    bool taken = SSL_CTX_use_certificate(handle.get(), identity.certificate()) == 1 &&
                 SSL_CTX_use_PrivateKey(handle.get(), identity.key()) == 1;
    for (const auto& certificate : identity.chain())
        taken = taken && SSL_CTX_add1_chain_cert(handle.get(), certificate.get()) == 1;
    if (!taken) return Failure{opensslReason()};
    return handle;
}

std::unique_ptr<Channel> TlsContext::channel(int socket) {
    const std::lock_guard lock(m_mutex);
    if (const auto now = m_now(); now - m_builtAt >= kTicketKeyLifetime) {
        if (auto handle = build(m_identity)) m_handle = *std::move(handle);
        m_builtAt = now;
    }
    SSL* connection = SSL_new(m_handle.get());
    if (!connection || SSL_set_fd(connection, socket) != 1) {
        SSL_free(connection);
        throw std::bad_alloc();
    }
    return std::make_unique<TlsChannel>(connection);
}

} // namespace latchkey
