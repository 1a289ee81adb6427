#include "tests/support/port_reservation.h"

#include <cerrno>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace latchkey {

PortReservation::PortReservation(const std::string& address) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST;
    addrinfo* found = nullptr;
    if (const int problem = ::getaddrinfo(address.c_str(), "0", &hints, &found); problem != 0)
        throw std::runtime_error(address + ": " + ::gai_strerror(problem));
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    m_socket = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    sockaddr_storage taken{};
    socklen_t size = sizeof taken;
    if (::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        ::bind(m_socket, found->ai_addr, found->ai_addrlen) != 0 ||
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&taken), &size) != 0) {
        const int problem = errno;
        ::close(m_socket);
        throw std::system_error(problem, std::generic_category(), "no port of " + address);
    }
    m_port = ntohs(taken.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6&>(taken).sin6_port
                                               : reinterpret_cast<const sockaddr_in&>(taken).sin_port);
}

PortReservation::~PortReservation() {
    ::close(m_socket);
}

} // namespace latchkey
