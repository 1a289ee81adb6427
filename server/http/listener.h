// A socket that connections come in by: TCP, or a Unix socket for a reverse proxy on this machine; made here,
// or handed over by the service manager (socket activation, sd_listen_fds(3)).
#pragma once

#include "common/result.h"
#include "common/web_address.h"
#include "server/http/endpoint.h"

#include <optional>
#include <string>
#include <vector>

namespace latchkey {

// A client's connection, non-blocking. Whoever has it closes the socket.
struct Arrival {
    int socket;
    Endpoint peer; // without an address where it came in by a Unix socket
};

class Listener {
  public:
    // Takes the address and listens. A Unix socket's file is made with the mode 0660; one that a server has
    // left behind is replaced, and one where a server still answers is not.
    // On failure: a sentence for the operator.
    static Result<Listener, std::string> open(const ListenAddress& address);
    // Those that the service manager opened for this process, in its order; none where it did not. Says so
    // once: the next call finds none.
    static Result<std::vector<Listener>, std::string> handedOver();
    // Takes the file of a Unix socket away with it, if it made it.
    ~Listener();
    Listener(Listener&& other) noexcept;
    Listener& operator=(Listener&&) = delete;

    enum class Nothing {
        Waits,  // and the socket is readable when one does
        NoRoom, // this process, or the system, has no files or memory left for it; nothing tells when
    };
    Result<Arrival, Nothing> accept() const;

    int socket() const { return m_socket; }
    // With the port that it has.
    const ListenAddress& address() const { return m_address; }

  private:
    Listener(int socket, ListenAddress address, bool ownsFile);
    static Result<Listener, std::string> openTcp(const ListenAddress& address);
    static Result<Listener, std::string> openUnix(const ListenAddress& address);

    int m_socket; // -1: it was moved from
    ListenAddress m_address;
    bool m_ownsFile;
};

} // namespace latchkey
