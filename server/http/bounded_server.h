// cpp-httplib's server behind a front of our own that bounds what a connection may cost.
//
// A connection has no thread while it waits (reactor.h), neither for the client's bytes nor to get rid of
// ours. The front gathers a whole request within limits and a deadline, hands it to the library in memory on
// one of a few worker threads, and sends the answer; or holds the request until it is worth another look
// (held_request.h). A TLS handshake counts as part of the first request. The library's own listening
// (listen(), bind_to_port() …) is not used.
// Every answer carries the security headers, the front's own refusals too, and every request the address of
// its client, behind proxies too.
#pragma once

#include "common/web_address.h"
#include "server/http/client_address.h"
#include "server/http/connection.h"
#include "server/http/front_answers.h"
#include "server/http/front_tally.h"
#include "server/http/reactor.h"
#include "server/http/standing_answer.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace latchkey {

class TlsContext;

class BoundedServer : public httplib::Server, private ConnectionHost {
  public:
    // workers: threads, and so requests that are answered side by side.
    explicit BoundedServer(int workers, FrontLimits limits = {});

    // Serves who comes in there, too. Before serve().
    void listen(Listener listener) { m_listeners.push_back(std::move(listener)); }

    // What new connections speak from now on; those that are open go on as they are. Null: plain HTTP, as
    // without a call. From any thread.
    void setTls(std::shared_ptr<TlsContext> tls);
    std::shared_ptr<TlsContext> tls() const;
    // Told of every handshake that failed: the client's address, and why. Called from the serving threads; to
    // be set before serve().
    using HandshakeFailed = std::function<void(const std::string& address, const std::string& reason)>;
    void onHandshakeFailed(HandshakeFailed handler) { m_handshakeFailed = std::move(handler); }
    // Every answer tells browsers to come back by https only, for a year (HSTS, RFC 6797). Before serve().
    void demandHttps();

    // Whose word counts for a request's remote_addr, and who may have connections without a bound of his own.
    // From any thread.
    void setTrustedProxies(TrustedProxies proxies);
    // How many connections there may be; one too many is told so (503) and closed. From any thread.
    void setConnectionLimits(ConnectionLimits limits) { m_bounds.setLimits(limits); }
    // Told of every one that was turned away, by the client's address, from a serving thread, one at a time;
    // to be set before serve().
    using TurnedAway = std::function<void(const std::string& address)>;
    void onTurnedAway(TurnedAway handler) { m_turnedAway = std::move(handler); }

    // How busy the front is, and what it has counted. From a handler, or from any thread between serve() and
    // finish().
    Reactor::Load load() const;
    ConnectionBounds::Usage connections() const { return m_bounds.usage(); }
    const FrontTally& tally() const { return m_tally; }

    // That path's answers are so small that to compress them only costs time. To be set before serve().
    void sendsUncompressed(std::string path) { m_uncompressed.insert(std::move(path)); }

    // What the answer to that request depends on, where it may be given once more to the same request on the
    // same connection; else null. Called before the request's handler, from the serving threads; to be set
    // before serve().
    using TermsOf = std::function<std::unique_ptr<StandingAnswer::Terms>(const httplib::Request&)>;
    void answersAgain(TermsOf termsOf) { m_termsOf = std::move(termsOf); }

    // Serves until finish() is called; once. Returns when every request in flight is answered.
    void serve();
    // From any thread, once serve() runs or is about to.
    void finish();

  private:
    Answer answer(const std::string& request, Connection& connection) override;
    bool isLast(const Connection& connection) const;
    Answer answerAnew(const std::string& request, const Connection& connection, const RequestTimes& times);
    std::string refusal(int status) override;
    std::string httpsOnly() override;
    void handshakeDone() override { m_tally.countHandshake(true); }
    void handshakeFailed(const Connection& connection, const std::string& reason) override;
    std::unique_ptr<Connection> welcome(Arrival client);
    ConnectionBounds::Place admit(const Endpoint& peer);
    void turnAway(const Arrival& client, bool speaksTls);
    std::shared_ptr<const TrustedProxies> trustedProxies() const;

    const int m_workers;
    const FrontLimits m_limits;
    httplib::Headers m_headers; // of every answer
    HeaderLines m_headerLines;  // the same
    HandshakeFailed m_handshakeFailed = [](const std::string&, const std::string&) {};
    TurnedAway m_turnedAway = [](const std::string&) {};
    std::set<std::string> m_uncompressed; // paths
    TermsOf m_termsOf = [](const httplib::Request&) { return nullptr; };
    ConnectionBounds m_bounds;
    FrontTally m_tally;
    mutable std::mutex m_mutex; // guards the next two
    std::shared_ptr<TlsContext> m_tls;
    std::shared_ptr<const TrustedProxies> m_proxies;
    std::vector<Listener> m_listeners; // until it serves
    std::atomic<bool> m_finishing{false};
    std::atomic<Reactor*> m_reactor{nullptr}; // while it serves
};

} // namespace latchkey
