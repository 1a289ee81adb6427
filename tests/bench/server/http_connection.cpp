#include "tests/bench/server/http_connection.h"

#include <array>
#include <charconv>
#include <cstring>
#include <ctime>
#include <netinet/tcp.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace latchkey::bench {

namespace {

sockaddr_in addressOf(in_addr_t host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host);
    return address;
}

// npos: the header lines name none.
std::size_t contentLength(std::string_view header) {
    constexpr std::string_view name = "\r\ncontent-length:";
    for (std::size_t at = 0; (at = header.find("\r\n", at)) != std::string_view::npos; at += 2) {
        if (header.size() - at < name.size() ||
            ::strncasecmp(header.data() + at, name.data(), name.size()) != 0)
            continue;
        std::string_view value = header.substr(at + name.size());
        while (value.starts_with(' ')) value.remove_prefix(1);
        std::size_t length = 0;
        std::from_chars(value.data(), value.data() + value.size(), length);
        return length;
    }
    return std::string_view::npos;
}

} // namespace

int connectFrom(in_addr_t from, std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::setsockopt(socket, SOL_SOCKET, SO_TIMESTAMPNS, &yes, sizeof yes);
    ::setsockopt(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    const sockaddr_in own = addressOf(from, 0);
    const sockaddr_in server = addressOf(INADDR_LOOPBACK, port);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&own), sizeof own) == 0 &&
        (::connect(socket, reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0 ||
         errno == EINPROGRESS))
        return socket;
    ::close(socket);
    return -1;
}

HttpConnection::HttpConnection(EventLoop& loop, std::uint16_t port, in_addr_t from)
    : m_loop(loop), m_port(port), m_from(from) {}

HttpConnection::~HttpConnection() {
    close();
}

void HttpConnection::get(std::string_view target, Done done) {
    ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: bench\r\n\r\n", std::move(done));
}

void HttpConnection::post(std::string_view target, std::string_view json, Done done) {
    ask("POST " + std::string(target) +
            " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: " +
            std::to_string(json.size()) + "\r\n\r\n" + std::string(json),
        std::move(done));
}

void HttpConnection::ask(std::string request, Done done) {
    m_done = std::move(done);
    m_output = std::move(request);
    if (m_socket < 0) connect();
    if (m_socket >= 0) flush();
}

void HttpConnection::connect() {
    m_socket = connectFrom(m_from, m_port);
    if (m_socket < 0) {
        m_loop.at(Clock::now(), [this] { finish({}); }); // not in the middle of asking
        return;
    }
    m_waitsToWrite = true;
    m_loop.add(m_socket, *this, true);
}

void HttpConnection::close() {
    if (m_socket < 0) return;
    m_loop.remove(m_socket);
    ::close(std::exchange(m_socket, -1));
    m_input.clear();
}

void HttpConnection::onReady(bool readable, bool writable) {
    if (writable) flush();
    if (readable && m_socket >= 0) read();
}

void HttpConnection::flush() {
    if (!m_output.empty()) {
        const ssize_t sent = ::send(m_socket, m_output.data(), m_output.size(), MSG_NOSIGNAL);
        if (sent > 0) m_output.erase(0, static_cast<std::size_t>(sent));
    }
    const bool wantsWrite = !m_output.empty();
    if (wantsWrite == m_waitsToWrite) return;
    m_waitsToWrite = wantsWrite;
    m_loop.change(m_socket, *this, wantsWrite);
}

// The system tells the time in its calendar's clock (socket(7), SO_TIMESTAMPNS).
ssize_t HttpConnection::receive(char* bytes, std::size_t size) {
    iovec part{bytes, size};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(timespec))> control;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t count = ::recvmsg(m_socket, &message, 0);
    m_arrived = Clock::now();
    if (count <= 0) return count;
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SO_TIMESTAMPNS) return count;
    timespec then{}, now{};
    std::memcpy(&then, CMSG_DATA(header), sizeof then);
    ::clock_gettime(CLOCK_REALTIME, &now);
    m_arrived -=
        std::chrono::seconds(now.tv_sec - then.tv_sec) + std::chrono::nanoseconds(now.tv_nsec - then.tv_nsec);
    return count;
}

void HttpConnection::read() {
    std::array<char, 16'384> bytes;
    const ssize_t count = receive(bytes.data(), bytes.size());
    if (count <= 0) {
        if (count < 0 && errno == EAGAIN) return;
        close();
        if (m_done) finish({});
        return;
    }
    m_input.append(bytes.data(), static_cast<std::size_t>(count));
    const std::size_t end = m_input.find("\r\n\r\n");
    if (end == std::string::npos) return;
    const std::size_t length = contentLength(std::string_view(m_input).substr(0, end + 2));
    if (length == std::string::npos || !m_done) { // nothing that we asked for
        close();
        if (m_done) finish({});
        return;
    }
    if (m_input.size() < end + 4 + length) return;
    HttpAnswer answer;
    std::from_chars(m_input.data() + 9, m_input.data() + 12, answer.status);
    answer.body = m_input.substr(end + 4, length);
    answer.arrived = m_arrived;
    m_input.erase(0, end + 4 + length);
    finish(answer);
}

void HttpConnection::finish(const HttpAnswer& answer) {
    const Done done = std::exchange(m_done, nullptr);
    done(answer);
}

} // namespace latchkey::bench
