// Reads a table whose rows get rising numbers and are committed in another order, without missing one.
//
// When row n was seen, every smaller number had been given; its transaction is over, one way or the other,
// once the longest transaction could have been since then (PostgresEngine bounds that; on SQLite writers
// queue up). So a number that is missing is done with only kWindow after a row behind it was seen. Until
// then it is looked for: each time while it is young, as most that come at all come soon, and now and then
// later: a commit that takes longer than kSoon may be seen a second late. Numbers are missing for good where
// a transaction was undone.
//
// No clock but this process's own is in that. It takes numbers that are given in rising order: PostgreSQL's
// identity columns without a cache.
//
// For one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace latchkey {

class RowWindow {
  public:
    using Clock = std::chrono::steady_clock;
    // Longer than any transaction that writes.
    static constexpr std::chrono::seconds kWindow{20};
    // While a number has been missing for less, it is looked for each time.
    static constexpr std::chrono::milliseconds kSoon{200};
    // How often the others are looked for.
    static constexpr std::chrono::seconds kNowAndThen{1};

    // What is to be read: the rows behind a number, and those that have one of these.
    struct Reading {
        std::int64_t after = 0;
        std::vector<std::int64_t> numbers; // a few thousand at most: where more are missing, all are read
    };
    Reading reading(Clock::time_point now);

    // Whether the row is seen for the first time. Row by row, by rising numbers. now: before it was read.
    bool isNew(std::int64_t id, Clock::time_point now);
    // After a look: what is done with is forgotten.
    void advance(Clock::time_point now);

    // Every row up to that number is done with.
    std::int64_t floor() const { return m_floor; }

  private:
    struct Gap {
        std::int64_t end; // not of it any more
        Clock::time_point since;
    };

    void addGap(std::int64_t begin, std::int64_t end, Clock::time_point since);
    bool takeFromGap(std::int64_t id);

    std::int64_t m_floor = 0;
    std::int64_t m_newest = 0;          // of those that were seen
    std::map<std::int64_t, Gap> m_gaps; // missing numbers above the floor, by the first of each; by age, too
    std::int64_t m_missing = 0;         // how many numbers that is
    std::deque<std::pair<Clock::time_point, std::int64_t>> m_seen; // above the floor, as they were seen
    Clock::time_point m_lookForAllAt{};
};

} // namespace latchkey
