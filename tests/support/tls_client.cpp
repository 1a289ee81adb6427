#include "tests/support/tls_client.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace latchkey {

namespace {

int connectedSocket(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{30, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    return socket;
}

void trust(SSL_CTX* context, const std::string& pem) {
    BIO* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* authority = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority);
    X509_free(authority);
    BIO_free(bio);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
}

} // namespace

TlsClient::TlsClient(int port, const Options& options)
    : m_socket(connectedSocket(port)), m_context(SSL_CTX_new(TLS_client_method())), m_connection(nullptr) {
    ::signal(SIGPIPE, SIG_IGN);
    SSL_CTX_set_security_level(m_context, 0); // what is refused, the server refuses
    SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(m_context, options.newest);
    SSL_CTX_set_session_cache_mode(m_context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(m_context, [](SSL* connection, SSL_SESSION* session) {
        auto* self = static_cast<TlsClient*>(SSL_get_app_data(connection));
        self->m_session = Session(session, &SSL_SESSION_free);
        return 1; // is ours now
    });
    if (!options.trusted.empty()) trust(m_context, options.trusted);

    m_connection = SSL_new(m_context);
    SSL_set_app_data(m_connection, this);
    SSL_set_fd(m_connection, m_socket);
    SSL_set_tlsext_host_name(m_connection, "localhost");
    SSL_set1_host(m_connection, "localhost");
    if (options.session) SSL_set_session(m_connection, options.session.get());
    if (!options.protocol.empty()) {
        const std::string list = static_cast<char>(options.protocol.size()) + options.protocol;
        SSL_set_alpn_protos(m_connection, reinterpret_cast<const unsigned char*>(list.data()),
                            static_cast<unsigned>(list.size()));
    }
    ERR_clear_error();
    if (SSL_connect(m_connection) == 1) return;
    const char* reason = ERR_reason_error_string(ERR_peek_error());
    m_problem = reason ? reason : "closed";
}

TlsClient::~TlsClient() {
    if (connected()) SSL_shutdown(m_connection);
    SSL_free(m_connection);
    SSL_CTX_free(m_context);
    ::close(m_socket);
}

std::uint16_t TlsClient::version() const {
    return static_cast<std::uint16_t>(SSL_version(m_connection));
}

std::string TlsClient::protocol() const {
    const unsigned char* name = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(m_connection, &name, &size);
    return {reinterpret_cast<const char*>(name), size};
}

bool TlsClient::resumed() const {
    return SSL_session_reused(m_connection) == 1;
}

std::string TlsClient::serverCertificate() const {
    X509* certificate = SSL_get0_peer_certificate(m_connection);
    if (!certificate) return {};
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string pem(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return pem;
}

bool TlsClient::write(std::string_view bytes) {
    ERR_clear_error();
    return SSL_write(m_connection, bytes.data(), static_cast<int>(bytes.size())) ==
           static_cast<int>(bytes.size());
}

std::string TlsClient::readUntil(std::string_view end) {
    std::string received;
    std::array<char, 8192> bytes{};
    while (received.find(end) == std::string::npos) {
        ERR_clear_error();
        const int count = SSL_read(m_connection, bytes.data(), static_cast<int>(bytes.size()));
        if (count <= 0) break;
        received.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return received;
}

bool TlsClient::closedProperly() const {
    return (SSL_get_shutdown(m_connection) & SSL_RECEIVED_SHUTDOWN) != 0;
}

bool TlsClient::renegotiate() {
    ERR_clear_error();
    return SSL_renegotiate(m_connection) == 1 && SSL_do_handshake(m_connection) == 1;
}

bool TlsClient::updateKey() {
    ERR_clear_error();
    return SSL_key_update(m_connection, SSL_KEY_UPDATE_NOT_REQUESTED) == 1 &&
           SSL_do_handshake(m_connection) == 1;
}

} // namespace latchkey
