// A TCP port that stays a test's own while nobody listens there: the system gives it to no other program that
// asks for any port, and whoever connects to it is refused.
//
// A server that is told its number takes it nevertheless, if its socket has SO_REUSEADDR, as Qt's have and
// latchkey-server's; and takes it again after a restart.
#pragma once

#include <cstdint>
#include <string>

namespace latchkey {

class PortReservation {
  public:
    // A free port of that address, an IPv4 or IPv6 one of this machine's. Throws when there is none.
    explicit PortReservation(const std::string& address = "127.0.0.1");
    ~PortReservation();
    PortReservation(const PortReservation&) = delete;
    PortReservation& operator=(const PortReservation&) = delete;

    std::uint16_t port() const { return m_port; }

  private:
    int m_socket; // bound, and never listening
    std::uint16_t m_port = 0;
};

} // namespace latchkey
