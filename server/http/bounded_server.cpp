#include "server/http/bounded_server.h"

#include "server/http/channel.h"
#include "server/http/front_answers.h"
#include "server/http/held_request.h"
#include "server/http/memory_stream.h"
#include "server/http/tls_context.h"
#include "server/login/address_limiter.h"

#include <algorithm>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey {

namespace {

// What the library tells the client in its Keep-Alive line.
constexpr std::size_t kMostRequestsOnAConnection = 10'000;

} // namespace

BoundedServer::BoundedServer(int workers, FrontLimits limits)
    : m_workers(workers),
      m_limits(limits),
      m_headers(securityHeaders()),
      m_headerLines(m_headers),
      m_proxies(std::make_shared<const TrustedProxies>()) {
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.idleTime).count());
    set_keep_alive_max_count(kMostRequestsOnAConnection);
}

void BoundedServer::setTls(std::shared_ptr<TlsContext> tls) {
    const std::lock_guard lock(m_mutex);
    m_tls = std::move(tls);
}

std::shared_ptr<TlsContext> BoundedServer::tls() const {
    const std::lock_guard lock(m_mutex);
    return m_tls;
}

void BoundedServer::demandHttps() {
    m_headers.emplace("Strict-Transport-Security", "max-age=31536000");
    m_headerLines = HeaderLines(m_headers);
}

void BoundedServer::setTrustedProxies(TrustedProxies proxies) {
    const std::lock_guard lock(m_mutex);
    m_proxies = std::make_shared<const TrustedProxies>(std::move(proxies));
}

std::shared_ptr<const TrustedProxies> BoundedServer::trustedProxies() const {
    const std::lock_guard lock(m_mutex);
    return m_proxies;
}

void BoundedServer::serve() {
    Reactor reactor(m_workers, [this](Arrival client) { return welcome(std::move(client)); });
    m_reactor = &reactor;
    // The library cuts answers short while it has no listening socket: it takes that for the end.
    if (!m_listeners.empty()) svr_sock_ = m_listeners.front().socket();
    reactor.listen(std::move(m_listeners));
    m_finishing.wait(false);
    reactor.stop();
    svr_sock_ = INVALID_SOCKET;
    m_reactor = nullptr;
}

Reactor::Load BoundedServer::load() const {
    Reactor* reactor = m_reactor;
    return reactor ? reactor->load() : Reactor::Load();
}

void BoundedServer::finish() {
    m_finishing = true;
    m_finishing.notify_all();
}

// Who comes by a Unix socket is a proxy.
ConnectionBounds::Place BoundedServer::admit(const Endpoint& peer) {
    const bool proxy = peer.ip.empty() || trustedProxies()->contain(peer.ip);
    return proxy ? m_bounds.admitProxy() : m_bounds.admit(clientNetwork(peer.ip));
}

// In one go, or not at all: whoever has too many gets no more of our time. Nothing can be said inside TLS
// before a handshake.
void BoundedServer::turnAway(const Arrival& client, bool speaksTls) {
    if (!speaksTls) {
        const std::string answer = refusalAnswer(503, m_headers);
        ::send(client.socket, answer.data(), answer.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    ::close(client.socket);
    m_turnedAway(client.peer.ip);
}

std::unique_ptr<Connection> BoundedServer::welcome(Arrival client) {
    const auto context = tls();
    auto place = admit(client.peer);
    if (!place) {
        turnAway(client, context != nullptr);
        return nullptr;
    }
    auto channel = context ? context->channel(client.socket) : std::make_unique<PlainChannel>(client.socket);
    ConnectionHost& host = *this;
    return std::make_unique<Connection>(std::move(client), std::move(channel), std::move(place), m_limits,
                                        host);
}

std::string BoundedServer::refusal(int status) {
    m_tally.countRefusal(status);
    return refusalAnswer(status, m_headers);
}

std::string BoundedServer::httpsOnly() {
    m_tally.countPlainHttp();
    return httpsOnlyAnswer();
}

void BoundedServer::handshakeFailed(const Connection& connection, const std::string& reason) {
    m_tally.countHandshake(false);
    m_handshakeFailed(connection.peer().ip, reason);
}

bool BoundedServer::isLast(const Connection& connection) const {
    return m_finishing || connection.answered() + 1 >= kMostRequestsOnAConnection;
}

ConnectionHost::Answer BoundedServer::answer(const std::string& request, Connection& connection) {
    const RequestTimes times{connection.arrival(),
                             connection.holds() ? std::chrono::steady_clock::now() : connection.arrival()};
    if (!isLast(connection)) {
        auto again = connection.standing().again(request, times);
        if (!again) return {.bytes = {}, .notBefore = again.error()};
        if (*again) return {**std::move(again)};
    }
    try {
        return answerAnew(request, connection, times);
    } catch (const NotYet& notYet) {
        return {.bytes = {}, .notBefore = notYet.change};
    }
}

ConnectionHost::Answer BoundedServer::answerAnew(const std::string& request, const Connection& connection,
                                                 const RequestTimes& times) {
    const Endpoint& peer = connection.peer();
    const bool last = isLast(connection);
    const std::string client = trustedProxies()->clientOf(peer.ip, request);
    MemoryStream stream(request, peer);
    bool closed = false;
    std::unique_ptr<StandingAnswer::Terms> terms;
    const auto setup = [&](httplib::Request& parsed) {
        parsed.headers.erase("Expect"); // was dealt with
        if (m_uncompressed.contains(parsed.path)) parsed.headers.erase("Accept-Encoding");
        parsed.remote_addr = client;
        setTimes(parsed, times);
        if (!last && !closed && request.size() <= StandingAnswer::kLongestRequest) terms = m_termsOf(parsed);
    };
    const auto process = [&](auto& self) {
        if constexpr (requires { self.process_request(stream, last, closed, setup); }) {
            return self.process_request(stream, last, closed, setup);
        } else {                       // releases from 0.15 on are told the addresses
            const std::string nowhere; // no handler asks for our end
            return self.process_request(stream, peer.ip, peer.port, nowhere, 0, last, closed, setup);
        }
    };
    const bool processed = process(*this);
    Answer answer{stream.takeOutput(), !processed || last || closed, processed && closed};
    m_headerLines.addTo(answer.bytes);
    if (terms && processed && terms->cover(answer.bytes))
        answer.standing = std::make_unique<StandingAnswer>(request, answer.bytes, std::move(terms));
    return answer;
}

} // namespace latchkey
