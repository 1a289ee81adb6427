#include "server/http/tls_channel.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cerrno>
#include <sys/socket.h>

namespace latchkey {

TlsChannel::TlsChannel(SSL* connection) : m_connection(connection) {}

TlsChannel::~TlsChannel() {
    SSL_free(m_connection);
}

Channel::Progress TlsChannel::open() {
    if (!m_looked) {
        if (const Progress progress = lookAtFirstByte(); progress != Progress::Done) return progress;
    }
    ERR_clear_error(); // SSL_get_error() looks at all that is queued for this thread
    const int result = SSL_accept(m_connection);
    return result == 1 ? Progress::Done : progressAfter(result);
}

// A TLS handshake begins with a byte 22 (RFC 8446 §5.1), an HTTP request with its method's capital letter.
Channel::Progress TlsChannel::lookAtFirstByte() {
    char first = 0;
    const ssize_t count = ::recv(SSL_get_fd(m_connection), &first, 1, MSG_PEEK);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return Progress::WantsRead;
    if (count <= 0) return Progress::Closed;
    if (first >= 'A' && first <= 'Z') return Progress::NotEncrypted;
    m_looked = true;
    return Progress::Done;
}

Channel::Transfer TlsChannel::read(std::span<char> target) {
    std::size_t count = 0;
    ERR_clear_error();
    const int result = SSL_read_ex(m_connection, target.data(), target.size(), &count);
    if (result == 1) return {Progress::Done, count};
    return {progressAfter(result), 0};
}

bool TlsChannel::hasMore() const {
    return SSL_has_pending(m_connection) == 1;
}

Channel::Transfer TlsChannel::write(std::string_view bytes) {
    std::size_t count = 0;
    ERR_clear_error();
    const int result = SSL_write_ex(m_connection, bytes.data(), bytes.size(), &count);
    if (result == 1) return {Progress::Done, count};
    return {progressAfter(result), 0};
}

Channel::Progress TlsChannel::progressAfter(int result) {
    switch (SSL_get_error(m_connection, result)) {
    case SSL_ERROR_WANT_READ:
        return Progress::WantsRead;
    case SSL_ERROR_WANT_WRITE:
        return Progress::WantsWrite;
    case SSL_ERROR_ZERO_RETURN:
        return Progress::Closed;
    default:
        break;
    }
    m_broken = true;
    if (const char* reason = ERR_reason_error_string(ERR_peek_error())) m_problem = reason;
    return Progress::Closed;
}

void TlsChannel::finish() {
    if (m_finished) return;
    m_finished = true;
    ERR_clear_error();
    if (!m_broken && SSL_is_init_finished(m_connection)) SSL_shutdown(m_connection); // as far as it fits
    ::shutdown(SSL_get_fd(m_connection), SHUT_WR);
}

} // namespace latchkey
