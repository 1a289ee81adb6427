// Reads a table whose rows get rising numbers and are committed in another order, without missing one.
//
// When row n was seen, every smaller number had been given; its transaction is over, one way or the other,
// once the longest transaction could have been since then (PostgresEngine bounds that; on SQLite writers
// queue up). So rows are done with only kWindow after a row behind them was seen. Until then they are read
// again, and those that were seen are remembered. No clock but this process's own is in that. It takes
// numbers that are given in rising order: PostgreSQL's identity columns without a cache.
//
// For one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>

namespace latchkey {

class RowWindow {
  public:
    using Clock = std::chrono::steady_clock;
    // Longer than any transaction that writes.
    static constexpr std::chrono::seconds kWindow{20};

    // Every row up to that number is done with: read those behind it.
    std::int64_t floor() const { return m_floor; }

    // Whether the row is seen for the first time. now: before it was read.
    bool isNew(std::int64_t id, Clock::time_point now) {
        return id > m_floor && m_seen.emplace(id, now).second;
    }
    // After a look: what is done with is forgotten.
    void advance(Clock::time_point now) {
        for (const auto& [id, seenAt] : m_seen)
            if (now - seenAt >= kWindow) m_floor = id;
        m_seen.erase(m_seen.begin(), m_seen.upper_bound(m_floor));
    }

  private:
    std::int64_t m_floor = 0;
    std::map<std::int64_t, Clock::time_point> m_seen; // those above the floor, when they were seen first
};

} // namespace latchkey
