// Clients that cost a server more than they should: silent, dripping, endless.
#pragma once

#include "tests/bench/server/event_loop.h"

#include <memory>
#include <netinet/in.h>
#include <string>
#include <vector>

namespace latchkey::bench {

class Nuisances {
  public:
    enum class Kind {
        Silent,        // connects, says nothing
        Dripping,      // a byte of a header line each second
        EndlessHeader, // header lines as fast as they are taken
        EndlessChunks, // a chunked body as fast as it is taken
    };

    Nuisances(EventLoop& loop, std::uint16_t port);
    ~Nuisances();

    // Each comes back as soon as it is thrown out.
    void add(Kind kind, std::size_t clients);
    // Bytes that they got rid of.
    double sent_MB() const { return m_sent_MB; }

  private:
    class Client;

    EventLoop& m_loop;
    const std::uint16_t m_port;
    std::vector<std::unique_ptr<Client>> m_clients;
    double m_sent_MB = 0;
};

} // namespace latchkey::bench
