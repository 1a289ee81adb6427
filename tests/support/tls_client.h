// A TLS client that a test can look into.
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace latchkey {

class TlsClient {
  public:
    using Session = std::shared_ptr<SSL_SESSION>;

    struct Options {
        std::string trusted{};    // the only authority, PEM; the server has to be "localhost"
        std::uint16_t newest = 0; // as 0x0303, TLS 1.2; 0: whatever there is. Older ones are offered too
        std::string protocol{};   // offered by ALPN
        Session session{};        // to resume
    };

    // Connects to a port of 127.0.0.1 and goes through the handshake.
    TlsClient(int port, const Options& options);
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    bool connected() const { return m_problem.empty(); }
    const std::string& problem() const { return m_problem; } // of the handshake
    std::uint16_t version() const;
    std::string protocol() const;
    bool resumed() const;
    std::string serverCertificate() const; // PEM

    bool write(std::string_view bytes);
    // What the server sends until it has sent that, or closes.
    std::string readUntil(std::string_view end);
    std::string readToTheEnd() { return readUntil("never sent"); }
    std::string ask(std::string_view request, std::string_view end) {
        write(request);
        return readUntil(end);
    }

    // The server said that nothing more comes, so that nobody can have cut its answer short.
    bool closedProperly() const;

    // For a later connection; the newest one that the server gave while this client read.
    Session session() const { return m_session; }
    // Asks for another handshake on this connection (TLS 1.2). False: it was refused.
    bool renegotiate();
    // Takes another key for what this client sends (TLS 1.3). False: the connection is gone.
    bool updateKey();

  private:
    int m_socket;
    SSL_CTX* m_context;
    SSL* m_connection;
    std::string m_problem;
    Session m_session;
};

} // namespace latchkey
