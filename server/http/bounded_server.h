// cpp-httplib's server behind a front of our own that bounds what a connection may cost.
//
// A connection belongs to one worker thread while it is served. The front gathers a whole request within
// limits and a deadline, hands it to the library in memory, and sends the answer. A connection that is kept
// alive and idle gives its thread up as soon as another one waits for it, so that idle clients do not starve
// the others. A TLS handshake counts as part of the first request. Every answer carries the security headers,
// the front's own refusals too, and every request the address of its client, behind proxies too.
#pragma once

#include "common/web_address.h"
#include "server/http/client_address.h"
#include "server/http/request_framer.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace latchkey {

class TlsContext;

struct FrontLimits {
    RequestLimits request;
    std::chrono::milliseconds requestTime{10'000};     // to send a whole request, and to take the answer
    std::chrono::milliseconds idleTime{75'000};        // between two requests
    std::chrono::milliseconds contendedSilence{1'000}; // for a new connection's first byte while others wait
};

class BoundedServer : public httplib::Server {
  public:
    // workers: threads, and so connections served side by side.
    explicit BoundedServer(int workers, FrontLimits limits = {});

    // Binds and returns the port (the one asked for, or the free one that was taken for 0). On failure, a
    // sentence for the operator.
    Result<std::uint16_t, std::string> bind(const ListenAddress& address);

    // What new connections speak from now on; those that are open go on as they are. Null: plain HTTP, as
    // without a call. From any thread.
    void setTls(std::shared_ptr<TlsContext> tls);
    // Told of every handshake that failed: the client's address, and why. Called from the serving threads; to
    // be set before serve().
    using HandshakeFailed = std::function<void(const std::string& address, const std::string& reason)>;
    void onHandshakeFailed(HandshakeFailed handler) { m_handshakeFailed = std::move(handler); }
    // Every answer tells browsers to come back by https only, for a year (HSTS, RFC 6797). Before serve().
    void demandHttps();

    // Whose word counts for a request's remote_addr. From any thread.
    void setTrustedProxies(TrustedProxies proxies);

    // Serves until finish() is called. Returns when every request in flight is answered.
    void serve();
    // Stops accepting; from any thread, once serve() runs or is about to.
    void finish();

  private:
    class Connection;
    class Queue;

    bool process_and_close_socket(socket_t socket) override;
    bool serveRequest(Connection& connection, bool last);
    std::shared_ptr<TlsContext> tls() const;
    std::shared_ptr<const TrustedProxies> trustedProxies() const;

    // Connections wait while every thread has one.
    bool someWait() const { return m_connections > m_workers; }

    const int m_workers;
    FrontLimits m_limits;
    httplib::Headers m_headers; // of every answer
    HandshakeFailed m_handshakeFailed = [](const std::string&, const std::string&) {};
    mutable std::mutex m_mutex; // guards the next two
    std::shared_ptr<TlsContext> m_tls;
    std::shared_ptr<const TrustedProxies> m_proxies;
    std::atomic<int> m_connections{0}; // that have a thread, or wait for one
    std::atomic<bool> m_finishing{false};
};

// The headers that every answer has by itself. Also for whoever writes an answer without the library.
const httplib::Headers& securityHeaders();

} // namespace latchkey
