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
#include <set>

namespace latchkey {

class RowWindow {
  public:
    using Clock = std::chrono::steady_clock;
    // Longer than any transaction that writes.
    static constexpr std::chrono::seconds kWindow{20};

    // Every row up to that number is done with.
    std::int64_t floor() const { return m_floor; }

    // What is to be read: the rows behind that number, and those of the missing ones, which are a few: where
    // there are more, all rows behind the floor are read.
    std::int64_t after() const { return hasTooManyMissing() ? m_floor : m_newest; }
    std::set<std::int64_t> missing() const {
        return hasTooManyMissing() ? std::set<std::int64_t>() : m_missing;
    }

    // Whether the row is seen for the first time. Row by row, by rising numbers. now: before it was read.
    bool isNew(std::int64_t id, Clock::time_point now) {
        if (id <= m_floor || !m_seen.emplace(id, now).second) return false;
        m_missing.erase(id);
        if (id <= m_newest) return true;
        if (m_newest > 0) noteMissing(m_newest + 1, id);
        m_newest = id;
        return true;
    }
    // After a look: what is done with is forgotten.
    void advance(Clock::time_point now) {
        for (const auto& [id, seenAt] : m_seen)
            if (now - seenAt >= kWindow) m_floor = id;
        m_seen.erase(m_seen.begin(), m_seen.upper_bound(m_floor));
        m_missing.erase(m_missing.begin(), m_missing.upper_bound(m_floor));
    }

  private:
    static constexpr std::int64_t kMostMissing = 500;

    void noteMissing(std::int64_t begin, std::int64_t end) {
        if (end - begin + static_cast<std::int64_t>(m_missing.size()) > kMostMissing) {
            m_tooManyBefore = end;
            return;
        }
        for (std::int64_t id = begin; id < end; ++id) m_missing.insert(id);
    }
    bool hasTooManyMissing() const { return m_floor < m_tooManyBefore; }

    std::int64_t m_floor = 0;
    std::int64_t m_newest = 0;        // of those that were seen
    std::set<std::int64_t> m_missing; // between the floor and the newest
    std::int64_t m_tooManyBefore = 0; // below it there are missing ones that are not noted, above the floor
    std::map<std::int64_t, Clock::time_point> m_seen; // those above the floor, when they were seen first
};

} // namespace latchkey
