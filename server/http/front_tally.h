// What the front has turned down by itself since the start, and its TLS handshakes. Thread-safe.
//
// Connections that were one too many are counted where the bounds are: ConnectionBounds::usage().
#pragma once

#include <cstdint>
#include <map>
#include <mutex>

namespace latchkey {

class FrontTally {
  public:
    struct Counts {
        std::map<int, std::uint64_t> refusals; // by HTTP status: what was no request, or not within bounds
        std::uint64_t plainHttp = 0;           // who spoke plain HTTP where TLS is spoken
        std::uint64_t handshakesDone = 0;
        std::uint64_t handshakesFailed = 0; // without those whose client left, or was too slow
    };

    void countRefusal(int status) {
        const std::lock_guard lock(m_mutex);
        ++m_counts.refusals[status];
    }
    void countPlainHttp() {
        const std::lock_guard lock(m_mutex);
        ++m_counts.plainHttp;
    }
    void countHandshake(bool done) {
        const std::lock_guard lock(m_mutex);
        ++(done ? m_counts.handshakesDone : m_counts.handshakesFailed);
    }
    Counts counts() const {
        const std::lock_guard lock(m_mutex);
        return m_counts;
    }

  private:
    mutable std::mutex m_mutex; // guards what follows
    Counts m_counts;
};

} // namespace latchkey
