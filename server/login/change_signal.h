// Wakes those who wait for a login to begin or end. Thread-safe; one mutex guards everything.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace latchkey {

class ChangeSignal {
  public:
    // Take this before looking at the state that is waited for: a change in between is not missed.
    std::uint64_t version() const;

    // Something changed: everybody who waits has a new look.
    void raise();

    // Returns when something changed since the version, at the deadline, or when the signal is closed.
    void wait(std::uint64_t version, std::chrono::steady_clock::time_point deadline);

    // Nobody waits any more, now or later: the server stops.
    void close();
    bool closed() const;

  private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_version = 0;
    bool m_closed = false;
};

} // namespace latchkey
