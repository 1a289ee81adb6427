// How the server speaks TLS: version 1.2 or 1.3, HTTP/1.1 inside (ALPN, RFC 7301), OpenSSL's security level
// 2, forward secrecy always, no renegotiation. What the system's OpenSSL configuration demands beyond that
// stays in force. Sessions are resumed by tickets that the clients keep.
//
// Any thread may ask for a channel; a mutex guards the context that channels are made of.
#pragma once

#include "common/clock.h"
#include "server/http/channel.h"
#include "server/http/tls_identity.h"

#include <memory>
#include <mutex>

namespace latchkey {

class TlsContext {
  public:
    // On failure, a sentence: see TlsIdentity::load(), or OpenSSL finds the certificate too weak.
    static Result<std::shared_ptr<TlsContext>, std::string> load(const TlsIdentity::Files& files, Now now);

    const TlsIdentity& identity() const { return m_identity; }

    // The server's end of a connection whose socket is non-blocking.
    std::unique_ptr<Channel> channel(int socket);

  private:
    using Handle = std::shared_ptr<SSL_CTX>;

    TlsContext(TlsIdentity identity, Now now, Handle handle);
    // On failure, OpenSSL's words.
    static Result<Handle, std::string> build(const TlsIdentity& identity);

    TlsIdentity m_identity;
    Now m_now;
    std::mutex m_mutex; // guards what follows
    Handle m_handle;
    std::chrono::sys_seconds m_builtAt;
};

} // namespace latchkey
