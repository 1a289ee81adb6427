// The server's end of one TLS connection, for HTTP/1.1.
#pragma once

#include "server/http/channel.h"

#include <openssl/types.h>

namespace latchkey {

class TlsChannel final : public Channel {
  public:
    // Takes the connection over; its socket is set. OpenSSL writes without MSG_NOSIGNAL, so SIGPIPE has to
    // be ignored (httplib::Server sees to that).
    explicit TlsChannel(SSL* connection);
    ~TlsChannel() override;
    TlsChannel(const TlsChannel&) = delete;
    TlsChannel& operator=(const TlsChannel&) = delete;

    Progress open() override;
    std::string problem() const override { return m_problem; }
    bool encrypted() const override { return true; }
    Transfer read(std::span<char> target) override;
    bool hasMore() const override;
    Transfer write(std::string_view bytes) override;
    void finish() override;

  private:
    Progress lookAtFirstByte();
    Progress progressAfter(int result);

    SSL* m_connection;
    bool m_looked = false; // the first byte can be one of TLS
    bool m_broken = false; // nothing more may be written, not even close_notify
    bool m_finished = false;
    std::string m_problem;
};

} // namespace latchkey
