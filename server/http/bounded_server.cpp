#include "server/http/bounded_server.h"

#include "server/http/channel.h"
#include "server/http/front_answers.h"
#include "server/http/held_request.h"
#include "server/http/memory_stream.h"
#include "server/http/tls_context.h"
#include "server/login/address_limiter.h"

#include <cerrno>
#include <cstring>
#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace latchkey {

namespace {

// What the library tells the client in its Keep-Alive line.
constexpr std::size_t kMostRequestsOnAConnection = 10'000;

// Why nothing can listen there, in the system's own words.
std::string listenProblem(const ListenAddress& address) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo* found = nullptr;
    const int lookup =
        ::getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &hints, &found);
    if (lookup != 0) return ::gai_strerror(lookup);
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    const int probe = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const bool bound = ::bind(probe, found->ai_addr, found->ai_addrlen) == 0;
    const std::string problem = bound ? "it was in use a moment ago; try again" : std::strerror(errno);
    ::close(probe);
    return problem;
}

} // namespace

// The library's accepting thread hands each connection to the reactor itself: there is nothing to queue.
class BoundedServer::NoQueue final : public httplib::TaskQueue {
    using EnqueueResult = decltype(std::declval<httplib::ThreadPool&>().enqueue({}));

  public:
    explicit NoQueue(Reactor& reactor) : m_reactor(reactor) {}

    EnqueueResult enqueue(std::function<void()> task) override {
        task();
        return EnqueueResult(true); // nothing, in older releases
    }
    void shutdown() override { m_reactor.stop(); }

  private:
    Reactor& m_reactor;
};

BoundedServer::BoundedServer(int workers, FrontLimits limits)
    : m_limits(limits), m_headers(securityHeaders()), m_proxies(std::make_shared<const TrustedProxies>()) {
    new_task_queue = [this, workers] { return new NoQueue(m_reactor.emplace(workers)); };
    set_default_headers(m_headers);
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.idleTime).count());
    set_keep_alive_max_count(kMostRequestsOnAConnection);
    // Not the library's SO_REUSEPORT: two servers on one port are a mistake, and have to be told so.
    set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    });
}

Result<std::uint16_t, std::string> BoundedServer::bind(const ListenAddress& address) {
    // Also where no hosts file says so (RFC 6761 §6.3).
    const std::string host = address.host == "localhost" ? "127.0.0.1" : address.host;
    int port = address.port;
    if (port == 0) {
        port = bind_to_any_port(host);
    } else if (!bind_to_port(host, port)) {
        port = -1;
    }
    if (port <= 0) return Failure{"cannot listen on " + address.text() + ": " + listenProblem(address)};
    ::listen(svr_sock_, SOMAXCONN); // the library's own backlog is five
    return static_cast<std::uint16_t>(port);
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
    set_default_headers(m_headers);
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
    listen_after_bind();
}

void BoundedServer::finish() {
    m_finishing = true;
    while (!is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1)); // serve() is about to
    stop();
}

ConnectionBounds::Place BoundedServer::admit(const std::string& ip) {
    return trustedProxies()->contain(ip) ? m_bounds.admitProxy() : m_bounds.admit(clientNetwork(ip));
}

// In one go, or not at all: whoever has too many gets no more of our time. Nothing can be said inside TLS
// before a handshake.
void BoundedServer::turnAway(socket_t socket, const std::string& ip, bool speaksTls) {
    if (!speaksTls) {
        const std::string answer = refusalAnswer(503, m_headers);
        ::send(socket, answer.data(), answer.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    ::close(socket);
    m_turnedAway(ip);
}

bool BoundedServer::process_and_close_socket(socket_t socket) {
    const auto context = tls();
    const std::string ip = peerOf(socket).ip;
    auto place = admit(ip);
    if (!place) {
        turnAway(socket, ip, context != nullptr);
        return true;
    }
    auto channel = context ? context->channel(socket) : std::make_unique<PlainChannel>(socket);
    ConnectionHost& host = *this;
    m_reactor->add(
        std::make_unique<Connection>(socket, std::move(channel), std::move(place), m_limits, host));
    return true;
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

ConnectionHost::Answer BoundedServer::answer(const std::string& request, const Connection& connection) {
    const Endpoint& peer = connection.peer();
    const Endpoint& local = connection.local();
    const bool last = m_finishing || connection.answered() + 1 >= kMostRequestsOnAConnection;
    const std::string client = trustedProxies()->clientOf(peer.ip, request);
    MemoryStream stream(request, peer, local);
    bool closed = false;
    const auto asked = connection.holds() ? std::chrono::steady_clock::now() : connection.arrival();
    const auto setup = [&](httplib::Request& parsed) {
        parsed.headers.erase("Expect"); // was dealt with
        parsed.remote_addr = client;
        setTimes(parsed, {connection.arrival(), asked});
    };
    const auto process = [&](auto& self) {
        if constexpr (requires { self.process_request(stream, last, closed, setup); }) {
            return self.process_request(stream, last, closed, setup);
        } else { // releases from 0.15 on are told the addresses
            return self.process_request(stream, peer.ip, peer.port, local.ip, local.port, last, closed,
                                        setup);
        }
    };
    try {
        const bool processed = process(*this);
        return {stream.takeOutput(), !processed || last || closed};
    } catch (const NotYet& notYet) {
        return {.bytes = {}, .notBefore = notYet.change};
    }
}

} // namespace latchkey
