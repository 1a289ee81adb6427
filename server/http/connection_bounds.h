// How many connections there may be, in all and from one network: whoever takes many leaves some for others.
// Thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace latchkey {

struct ConnectionLimits {
    std::size_t inAll = 16'384;
    std::size_t perNetwork = 1'024; // of a client: its address, or an IPv6 client's /64 (clientNetwork())
};

class ConnectionBounds {
  public:
    // For those to come; nobody is sent away for them.
    void setLimits(ConnectionLimits limits);

    // A connection's place, taken until the last copy is gone; null: there is none. The bounds have to
    // outlive it.
    using Place = std::shared_ptr<const void>;
    Place admit(const std::string& network);
    // As admit(), however many of its network there are: a proxy, which stands for many clients.
    Place admitProxy();

    // How things stand, and what was counted since the start.
    struct Usage {
        std::size_t now = 0; // connections
        std::size_t limit = 0;
        std::uint64_t admitted = 0;
        std::uint64_t tooManyInAll = 0; // refused for that
        std::uint64_t tooManyOfNetwork = 0;
    };
    Usage usage() const;

  private:
    void release(const std::string& network);
    Place take(const std::string& network);

    mutable std::mutex m_mutex; // guards everything
    ConnectionLimits m_limits;
    Usage m_usage;
    std::map<std::string, std::size_t> m_perNetwork; // without those that have none
};

} // namespace latchkey
