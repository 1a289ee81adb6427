// What the database was asked since the start, for whoever watches the server. Thread-safe.
#pragma once

#include "server/tally/duration_histogram.h"

#include <mutex>

namespace latchkey {

class DatabaseTally {
  public:
    // Of the reads, or of the writes: how long each took, with the wait for a connection, and how many
    // failed.
    struct Counts {
        DurationHistogram time;
        std::uint64_t errors = 0;
    };
    struct All {
        Counts reads;
        Counts writes;
    };

    enum class Operation { Read, Write };
    void count(Operation operation, std::chrono::nanoseconds time, bool failed) {
        const std::lock_guard lock(m_mutex);
        Counts& counts = operation == Operation::Read ? m_all.reads : m_all.writes;
        counts.time.add(time);
        if (failed) ++counts.errors;
    }
    All all() const {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }

  private:
    mutable std::mutex m_mutex; // guards what follows
    All m_all;
};

} // namespace latchkey
