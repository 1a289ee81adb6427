#include "server/http/bounded_server.h"

#include "common/wire.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
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

std::string refusalAnswer(int status) {
    const std::string body = Verdict{status, std::string(explanation(status))}.toJson();
    std::string answer =
        "HTTP/1.1 " + std::to_string(status) + " " + std::string(reasonPhrase(status)) + "\r\n";
    for (const auto& [name, value] : securityHeaders()) answer += name + ": " + value + "\r\n";
    answer += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\nConnection: close\r\n\r\n" + body;
    return answer;
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
    enum class Gathered { Request, Nothing, Refusal };

    Connection(socket_t socket, const BoundedServer& server)
        : m_socket(socket),
          m_server(server),
          m_framer(server.m_limits.request),
          m_peer(endpointOf(socket, ::getpeername)),
          m_local(endpointOf(socket, ::getsockname)) {}
    ~Connection() {
        ::shutdown(m_socket, SHUT_RDWR);
        ::close(m_socket);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    RequestFramer& framer() { return m_framer; }
    const Endpoint& peer() const { return m_peer; }
    const Endpoint& local() const { return m_local; }
    int refusal() const { return m_refusal; }

    // Gathers the next request. first: nothing was asked on this connection before.
    Gathered gather(bool first) {
        const SteadyTime begin = steadyNow();
        SteadyTime requestBegin = begin;
        bool continued = false;
        while (m_framer.state() == RequestFramer::State::Gathering) {
            if (m_framer.started()) {
                if (steadyNow() - requestBegin > m_server.m_limits.requestTime) return refuse(408);
            } else {
                if (hasWaitedEnough(first, steadyNow() - begin)) return Gathered::Nothing;
                requestBegin = steadyNow();
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
            const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent > 0) {
                bytes.remove_prefix(static_cast<std::size_t>(sent));
            } else if (sent < 0 && errno != EAGAIN && errno != EINTR) {
                return false;
            } else if (steadyNow() >= deadline) {
                return false;
            } else {
                waitFor(POLLOUT);
            }
        }
        return true;
    }

    // Lets the client read a last answer: closing while it still sends would reset the connection.
    void drain() const {
        ::shutdown(m_socket, SHUT_WR);
        std::array<char, 4096> ignored{};
        const SteadyTime deadline = steadyNow() + milliseconds(500);
        while (steadyNow() < deadline &&
               ::recv(m_socket, ignored.data(), ignored.size(), MSG_DONTWAIT) != 0) {
            waitFor(POLLIN);
        }
    }

  private:
    Gathered refuse(int status) {
        m_refusal = status;
        return Gathered::Refusal;
    }

    bool hasWaitedEnough(bool first, SteadyTime::duration waited) const {
        const bool contended = m_server.m_waiting > 0;
        const FrontLimits& limits = m_server.m_limits;
        if (first) return waited > (contended ? limits.contendedSilence : limits.requestTime);
        return contended || m_server.m_finishing || waited > limits.idleTime;
    }

    // False: the client is gone.
    bool receive() {
        if (!waitFor(POLLIN)) return true;
        std::array<char, 8192> bytes{};
        const ssize_t count = ::recv(m_socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (count < 0) return errno == EAGAIN || errno == EINTR;
        m_framer.append({bytes.data(), static_cast<std::size_t>(count)});
        return count > 0;
    }

    bool waitFor(short events) const {
        pollfd entry{m_socket, events, 0};
        return ::poll(&entry, 1, static_cast<int>(kLookAround.count())) > 0;
    }

    socket_t m_socket;
    const BoundedServer& m_server;
    RequestFramer m_framer;
    Endpoint m_peer;
    Endpoint m_local;
    int m_refusal = 0;
};

// The library's thread pool, and the count of connections that wait for one of its threads.
class BoundedServer::Queue final : public httplib::TaskQueue {
    using EnqueueResult = decltype(std::declval<httplib::ThreadPool&>().enqueue({}));

  public:
    Queue(int workers, std::atomic<int>& waiting)
        : m_pool(static_cast<std::size_t>(workers)), m_waiting(waiting) {}

    EnqueueResult enqueue(std::function<void()> task) override {
        ++m_waiting;
        return m_pool.enqueue([this, task = std::move(task)] {
            --m_waiting;
            task();
        });
    }
    void shutdown() override { m_pool.shutdown(); }

  private:
    httplib::ThreadPool m_pool;
    std::atomic<int>& m_waiting;
};

BoundedServer::BoundedServer(int workers, FrontLimits limits) : m_limits(limits) {
    new_task_queue = [this, workers] { return new Queue(workers, m_waiting); };
    set_default_headers(securityHeaders());
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
    int port = address.port;
    if (port == 0) {
        port = bind_to_any_port(address.host);
    } else if (!bind_to_port(address.host, port)) {
        port = -1;
    }
    if (port <= 0) return Failure{"cannot listen on " + address.text() + ": " + listenProblem(address)};
    ::listen(svr_sock_, SOMAXCONN); // the library's own backlog is five
    return static_cast<std::uint16_t>(port);
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
    for (std::size_t served = 0;; ++served) {
        switch (connection.gather(served == 0)) {
        case Connection::Gathered::Nothing:
            return true;
        case Connection::Gathered::Refusal:
            if (connection.send(refusalAnswer(connection.refusal()))) connection.drain();
            return false;
        case Connection::Gathered::Request:
            break;
        }
        MemoryStream stream(connection.framer().takeRequest(), connection.peer(), connection.local());
        const bool last = m_finishing || m_waiting > 0 || served + 1 >= kMostRequestsOnAConnection;
        bool closed = false;
        const auto setup = [](httplib::Request& request) {
            request.headers.erase("Expect");
        }; // was dealt with
        const auto process = [&](auto& self) {
            if constexpr (requires { self.process_request(stream, last, closed, setup); }) {
                return self.process_request(stream, last, closed, setup);
            } else { // releases from 0.15 on are told the addresses
                const Endpoint& peer = connection.peer();
                const Endpoint& local = connection.local();
                return self.process_request(stream, peer.ip, peer.port, local.ip, local.port, last, closed,
                                            setup);
            }
        };
        const bool processed = process(*this);
        if (!connection.send(stream.output()) || !processed || last || closed) return processed;
    }
}

} // namespace latchkey
