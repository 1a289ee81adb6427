#include "server/http/bounded_server.h"

#include "common/wire.h"
#include "server/http/channel.h"
#include "server/http/tls_context.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace latchkey {

namespace {

using std::chrono::milliseconds;
using SteadyTime = std::chrono::steady_clock::time_point;

// How often a thread that waits for bytes looks whether it should give up.
constexpr milliseconds kLookAround{50};

// What the library tells the client in its Keep-Alive line.
constexpr std::size_t kMostRequestsOnAConnection = 10'000;

SteadyTime steadyNow() {
    return std::chrono::steady_clock::now();
}

struct Endpoint {
    std::string ip;
    int port = 0;
};

// An IPv4 client of an IPv6 socket is known by its IPv4 address (RFC 4291 §2.5.5.2).
Endpoint endpointOf(socket_t socket, decltype(&::getpeername) query) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (query(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address);
        inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
        return {text.data(), ntohs(v4->sin_port)};
    }
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address);
    if (IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr)) {
        inet_ntop(AF_INET, v6->sin6_addr.s6_addr + 12, text.data(), text.size());
    } else {
        inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
    }
    return {text.data(), ntohs(v6->sin6_port)};
}

// One request in, one answer out, both in memory. The functions are the ones that the library's releases from
// 0.11 on declare; which of them override something depends on the release.
class MemoryStream final : public httplib::Stream {
  public:
    MemoryStream(std::string input, Endpoint peer, Endpoint local)
        : m_input(std::move(input)), m_peer(std::move(peer)), m_local(std::move(local)) {}

    const std::string& output() const { return m_output; }

    bool is_readable() const { return true; }
    bool is_writable() const { return true; }
    bool wait_readable() const { return true; }
    bool wait_writable() const { return true; }
    bool is_peer_alive() const { return true; }
    time_t duration() const { return 0; }
    ssize_t read(char* target, size_t size) {
        const std::size_t count = std::min(size, m_input.size() - m_position);
        std::memcpy(target, m_input.data() + m_position, count);
        m_position += count;
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char* source, size_t size) {
        m_output.append(source, size);
        return static_cast<ssize_t>(size);
    }
    using httplib::Stream::write;
    void get_remote_ip_and_port(std::string& ip, int& port) const { report(m_peer, ip, port); }
    void get_local_ip_and_port(std::string& ip, int& port) const { report(m_local, ip, port); }
    socket_t socket() const { return INVALID_SOCKET; }

  private:
    static void report(const Endpoint& endpoint, std::string& ip, int& port) {
        ip = endpoint.ip;
        port = endpoint.port;
    }

    std::string m_input;
    std::string m_output;
    std::size_t m_position = 0;
    Endpoint m_peer;
    Endpoint m_local;
};

std::string_view reasonPhrase(int status) {
    switch (status) {
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    default:
        return "Bad Request";
    }
}

std::string_view explanation(int status) {
    switch (status) {
    case 408:
        return "the request did not arrive in time";
    case 413:
        return "the request's body is too large";
    case 431:
        return "the request's header lines are too many or too long";
    case 501:
        return "this transfer coding is not supported; send the body with a Content-Length or chunked";
    default:
        return "this is not a well-formed HTTP/1.1 request";
    }
}

// An answer without the library, the last one on its connection.
std::string lastAnswer(int status, const httplib::Headers& headers, std::string_view type,
                       const std::string& body) {
    std::string answer =
        "HTTP/1.1 " + std::to_string(status) + " " + std::string(reasonPhrase(status)) + "\r\n";
    for (const auto& [name, value] : headers) answer += name + ": " + value + "\r\n";
    answer += "Content-Type: " + std::string(type) + "\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\nConnection: close\r\n\r\n" + body;
    return answer;
}

std::string refusalAnswer(int status, const httplib::Headers& headers) {
    return lastAnswer(status, headers, "application/json",
                      Verdict{status, std::string(explanation(status))}.toJson());
}

// For who speaks plain HTTP where TLS is spoken. What demands https has no place in it (RFC 6797 §7.2).
std::string httpsOnlyAnswer() {
    return lastAnswer(400, securityHeaders(), "text/plain; charset=utf-8",
                      "This server speaks https only: write https:// in front of its address.\n");
}

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

const httplib::Headers& securityHeaders() {
    static const httplib::Headers headers{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
         "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-store"},
    };
    return headers;
}

// A socket, what has arrived on it, and when it has to be done. Closes the socket in the end.
class BoundedServer::Connection {
  public:
    enum class Opened { Ready, Failed, PlainHttp };
    enum class Gathered { Request, Nothing, Refusal };

    Connection(socket_t socket, const BoundedServer& server)
        : m_socket(socket),
          m_server(server),
          m_framer(server.m_limits.request),
          m_peer(endpointOf(socket, ::getpeername)),
          m_local(endpointOf(socket, ::getsockname)) {
        ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
        if (const auto tls = server.tls()) {
            m_channel = tls->channel(socket);
        } else {
            m_channel = std::make_unique<PlainChannel>(socket);
        }
    }
    ~Connection() {
        m_channel->finish();
        ::shutdown(m_socket, SHUT_RDWR);
        ::close(m_socket);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    RequestFramer& framer() { return m_framer; }
    const Endpoint& peer() const { return m_peer; }
    const Endpoint& local() const { return m_local; }
    int refusal() const { return m_refusal; }

    // Waits for the client's first byte, and goes through the handshake where there is one. From that byte on
    // runs the first request's time.
    Opened open() {
        const SteadyTime begin = steadyNow();
        while (!waitFor(POLLIN)) {
            if (isSilentTooLong(true, begin)) return Opened::Failed;
        }
        m_deadline = steadyNow() + m_server.m_limits.requestTime;
        for (;;) {
            const Channel::Progress progress = m_channel->open();
            if (progress == Channel::Progress::Done) return Opened::Ready;
            if (progress == Channel::Progress::NotEncrypted) return Opened::PlainHttp;
            if (progress == Channel::Progress::Closed || steadyNow() > m_deadline) return Opened::Failed;
            waitFor(eventsFor(progress));
        }
    }
    // Why there was no handshake; empty when nothing is known.
    std::string problem() const { return m_channel->problem(); }
    void goOnUnencrypted() { m_channel = std::make_unique<PlainChannel>(m_socket); }

    // Gathers the next request. first: nothing was asked on this connection before.
    Gathered gather(bool first) {
        const SteadyTime begin = steadyNow();
        const auto renewDeadline = [this] { m_deadline = steadyNow() + m_server.m_limits.requestTime; };
        if (!first) renewDeadline();
        bool continued = false;
        while (m_framer.state() == RequestFramer::State::Gathering) {
            const bool late = steadyNow() > m_deadline;
            if (m_framer.started()) {
                if (late) return refuse(408);
            } else {
                if (isSilentTooLong(first, begin) || (first && late)) return Gathered::Nothing;
                if (!first) renewDeadline();
            }
            if (m_framer.awaitsContinue() && !continued) {
                continued = true;
                if (!send("HTTP/1.1 100 Continue\r\n\r\n")) return Gathered::Nothing;
            }
            if (!receive()) return Gathered::Nothing;
        }
        return m_framer.state() == RequestFramer::State::Complete ? Gathered::Request
                                                                  : refuse(m_framer.refusal());
    }

    bool send(std::string_view bytes) const {
        const SteadyTime deadline = steadyNow() + m_server.m_limits.requestTime;
        while (!bytes.empty()) {
            const auto [progress, sent] = m_channel->write(bytes);
            if (progress == Channel::Progress::Closed) return false;
            bytes.remove_prefix(sent);
            if (progress == Channel::Progress::Done) continue;
            if (steadyNow() >= deadline) return false;
            waitFor(eventsFor(progress));
        }
        return true;
    }

    // Lets the client read a last answer: closing while it still sends would reset the connection.
    void drain() const {
        m_channel->finish();
        std::array<char, 4096> ignored{};
        const SteadyTime deadline = steadyNow() + milliseconds(500);
        while (steadyNow() < deadline && ::recv(m_socket, ignored.data(), ignored.size(), 0) != 0) {
            waitFor(POLLIN);
        }
    }

  private:
    static short eventsFor(Channel::Progress progress) {
        return progress == Channel::Progress::WantsWrite ? POLLOUT : POLLIN;
    }

    Gathered refuse(int status) {
        m_refusal = status;
        return Gathered::Refusal;
    }

    // Whether a client that has sent nothing since then has had its time.
    bool isSilentTooLong(bool first, SteadyTime since) const {
        const auto silence = steadyNow() - since;
        const bool wanted = m_server.someWait() || m_server.m_finishing; // its thread is
        const FrontLimits& limits = m_server.m_limits;
        if (first) return silence > (wanted ? limits.contendedSilence : limits.requestTime);
        return wanted || silence > limits.idleTime;
    }

    // Takes what there is, or waits for it a little. False: the client is gone.
    bool receive() {
        std::array<char, 8192> bytes{};
        const auto [progress, count] = m_channel->read(bytes);
        if (progress == Channel::Progress::Done) {
            m_framer.append({bytes.data(), count});
        } else if (progress != Channel::Progress::Closed) {
            waitFor(eventsFor(progress));
        }
        return progress != Channel::Progress::Closed;
    }

    bool waitFor(short events) const {
        pollfd entry{m_socket, events, 0};
        return ::poll(&entry, 1, static_cast<int>(kLookAround.count())) > 0;
    }

    socket_t m_socket;
    const BoundedServer& m_server;
    std::unique_ptr<Channel> m_channel;
    RequestFramer m_framer;
    SteadyTime m_deadline; // of the request that is gathered, once it has begun
    Endpoint m_peer;
    Endpoint m_local;
    int m_refusal = 0;
};

// The library's thread pool, and the count of connections that have one of its threads or wait for one.
class BoundedServer::Queue final : public httplib::TaskQueue {
    using EnqueueResult = decltype(std::declval<httplib::ThreadPool&>().enqueue({}));

  public:
    Queue(int workers, std::atomic<int>& connections)
        : m_pool(static_cast<std::size_t>(workers)), m_connections(connections) {}

    EnqueueResult enqueue(std::function<void()> task) override {
        ++m_connections;
        return m_pool.enqueue([this, task = std::move(task)] {
            task();
            --m_connections;
        });
    }
    void shutdown() override { m_pool.shutdown(); }

  private:
    httplib::ThreadPool m_pool;
    std::atomic<int>& m_connections;
};

BoundedServer::BoundedServer(int workers, FrontLimits limits)
    : m_workers(workers),
      m_limits(limits),
      m_headers(securityHeaders()),
      m_proxies(std::make_shared<const TrustedProxies>()) {
    new_task_queue = [this, workers] { return new Queue(workers, m_connections); };
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
    while (!is_running()) std::this_thread::sleep_for(milliseconds(1)); // serve() is about to
    stop();
}

bool BoundedServer::process_and_close_socket(socket_t socket) {
    Connection connection(socket, *this);
    switch (connection.open()) {
    case Connection::Opened::Failed:
        if (const std::string problem = connection.problem(); !problem.empty()) {
            m_handshakeFailed(connection.peer().ip, problem);
            connection.drain(); // so that the client can read the alert
        }
        return false;
    case Connection::Opened::PlainHttp:
        connection.goOnUnencrypted();
        if (connection.send(httpsOnlyAnswer())) connection.drain();
        return false;
    case Connection::Opened::Ready:
        break;
    }
    for (std::size_t served = 0;; ++served) {
        switch (connection.gather(served == 0)) {
        case Connection::Gathered::Nothing:
            return true;
        case Connection::Gathered::Refusal:
            if (connection.send(refusalAnswer(connection.refusal(), m_headers))) connection.drain();
            return false;
        case Connection::Gathered::Request:
            break;
        }
        const bool last = m_finishing || someWait() || served + 1 >= kMostRequestsOnAConnection;
        if (!serveRequest(connection, last)) return true;
    }
}

// False: no other request can follow on this connection.
bool BoundedServer::serveRequest(Connection& connection, bool last) {
    const Endpoint& peer = connection.peer();
    const Endpoint& local = connection.local();
    std::string text = connection.framer().takeRequest();
    const std::string client = trustedProxies()->clientOf(peer.ip, text);
    MemoryStream stream(std::move(text), peer, local);
    bool closed = false;
    const auto setup = [&client](httplib::Request& request) {
        request.headers.erase("Expect"); // was dealt with
        request.remote_addr = client;
    };
    const auto process = [&](auto& self) {
        if constexpr (requires { self.process_request(stream, last, closed, setup); }) {
            return self.process_request(stream, last, closed, setup);
        } else { // releases from 0.15 on are told the addresses
            return self.process_request(stream, peer.ip, peer.port, local.ip, local.port, last, closed,
                                        setup);
        }
    };
    const bool processed = process(*this);
    return connection.send(stream.output()) && processed && !last && !closed;
}

} // namespace latchkey
