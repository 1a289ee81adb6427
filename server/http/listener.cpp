#include "server/http/listener.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

constexpr mode_t kProxiesMayConnect = 0660; // whoever runs as the server's user or in its group

// Closes it unless it is taken.
class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    operator int() const { return m_number; }
    int take() { return std::exchange(m_number, -1); }

  private:
    int m_number;
};

Failure<std::string> problemWith(const ListenAddress& address, const std::string& reason) {
    return Failure{"cannot listen on " + address.text() + ": " + reason};
}

// Answers are small, and written whole: nothing is to be gathered. Connections inherit it.
void sendAtOnce(int socket) {
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

std::optional<sockaddr_un> unixAddress(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) return std::nullopt;
    path.copy(address.sun_path, path.size());
    return address;
}

bool isAnswered(const sockaddr_un& address) {
    const Descriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return ::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ||
           errno == EAGAIN; // it is, by somebody who has a lot to do
}

// Why nothing can be put there; empty: it can, and what was left there is gone.
std::string clearPlace(const sockaddr_un& address) {
    struct stat there {};
    if (::lstat(address.sun_path, &there) != 0) return {}; // bind() says what else is wrong
    if (!S_ISSOCK(there.st_mode)) return "there is a file that is no socket; remove it, or take another path";
    if (isAnswered(address)) return "another server answers there; stop it, or take another path";
    return ::unlink(address.sun_path) == 0 ? std::string() : std::strerror(errno);
}

int openFolderOf(const std::filesystem::path& path) {
    const auto folder = path.has_parent_path() ? path.parent_path() : ".";
    return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

// As it would be written to open it here.
ListenAddress addressOf(int socket) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&storage), &size);
    if (storage.ss_family == AF_UNIX) {
        const auto& address = reinterpret_cast<const sockaddr_un&>(storage);
        return {.host = {}, .port = 0, .path = address.sun_path};
    }
    const Endpoint end = endpointOf(storage);
    return {end.ip, static_cast<std::uint16_t>(end.port), {}};
}

} // namespace

Listener::Listener(int socket, ListenAddress address, bool ownsFile)
    : m_socket(socket), m_address(std::move(address)), m_ownsFile(ownsFile) {}

Listener::Listener(Listener&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)),
      m_address(std::move(other.m_address)),
      m_ownsFile(std::exchange(other.m_ownsFile, false)) {}

Listener::~Listener() {
    if (m_ownsFile) ::unlink(m_address.path.c_str());
    if (m_socket >= 0) ::close(m_socket);
}

Result<Listener, std::string> Listener::open(const ListenAddress& address) {
    return address.path.empty() ? openTcp(address) : openUnix(address);
}

Result<Listener, std::string> Listener::openTcp(const ListenAddress& address) {
    // Also where no hosts file says so (RFC 6761 §6.3).
    const std::string host = address.host == "localhost" ? "127.0.0.1" : address.host;
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo* found = nullptr;
    const int lookup = ::getaddrinfo(host.c_str(), std::to_string(address.port).c_str(), &hints, &found);
    if (lookup != 0) return problemWith(address, ::gai_strerror(lookup));
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    Descriptor socket(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    // Not SO_REUSEPORT: two servers on one port are a mistake, and have to be told so.
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sendAtOnce(socket);
    if (::bind(socket, found->ai_addr, found->ai_addrlen) != 0 || ::listen(socket, SOMAXCONN) != 0)
        return problemWith(address, std::strerror(errno));
    const std::uint16_t port = addressOf(socket).port;
    return Listener(socket.take(), {address.host, port, {}}, false);
}

Result<Listener, std::string> Listener::openUnix(const ListenAddress& address) {
    const auto place = unixAddress(address.path);
    if (!place) return problemWith(address, "the path is longer than a Unix socket's may be");
    // One after the other: whoever has bound, and does not listen yet, would be taken for gone.
    const Descriptor folder(openFolderOf(address.path));
    ::flock(folder, LOCK_EX);
    if (const std::string problem = clearPlace(*place); !problem.empty())
        return problemWith(address, problem);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    // Nobody can connect before it listens, so that nobody comes in between who may not.
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&*place), sizeof *place) != 0 ||
        ::chmod(place->sun_path, kProxiesMayConnect) != 0 || ::listen(socket, SOMAXCONN) != 0)
        return problemWith(address, std::strerror(errno));
    return Listener(socket.take(), address, true);
}

Result<std::vector<Listener>, std::string> Listener::handedOver() {
    const int count = ::sd_listen_fds(1);
    if (count < 0) return Failure{std::string("the service manager's sockets: ") + std::strerror(-count)};
    std::vector<Listener> listeners;
    for (int socket = SD_LISTEN_FDS_START; socket < SD_LISTEN_FDS_START + count; ++socket) {
        const bool isTcp = ::sd_is_socket_inet(socket, AF_UNSPEC, SOCK_STREAM, 1, 0) > 0;
        if (!isTcp && ::sd_is_socket(socket, AF_UNIX, SOCK_STREAM, 1) <= 0) {
            return Failure{"the service manager's socket " + std::to_string(socket) +
                           " is none that connections come in by; write ListenStream= and Accept=no in its "
                           "unit"};
        }
        ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
        if (isTcp) sendAtOnce(socket);
        listeners.push_back(Listener(socket, addressOf(socket), false));
    }
    return listeners;
}

Result<Arrival, Listener::Nothing> Listener::accept() const {
    for (;;) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        const int socket =
            ::accept4(m_socket, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket >= 0) return Arrival{socket, endpointOf(peer)};
        switch (errno) {
        case EAGAIN:
            return Failure{Nothing::Waits};
        case EMFILE:
        case ENFILE:
        case ENOBUFS:
        case ENOMEM:
            return Failure{Nothing::NoRoom};
        default: // that one has gone meanwhile, or a firewall did not let it in (accept(2))
            break;
        }
    }
}

} // namespace latchkey
