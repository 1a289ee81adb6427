// How long something took, as often as it happened: counted by size, so that what is kept does not grow.
//
// Not thread-safe: whoever counts has a mutex around this and its neighbours.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

namespace latchkey {

class DurationHistogram {
  public:
    // For work: from a tenth of a millisecond to ten seconds.
    static std::span<const std::chrono::microseconds> workBounds();
    // For patience: up to the longest that a poll is held.
    static std::span<const std::chrono::microseconds> patienceBounds();

    DurationHistogram() : DurationHistogram(workBounds()) {}
    // bounds: ascending; they have to outlive it.
    explicit DurationHistogram(std::span<const std::chrono::microseconds> bounds);

    void add(std::chrono::nanoseconds duration);

    std::span<const std::chrono::microseconds> bounds() const { return m_bounds; }
    // How many took as long as each bound or less, and longer than the one before; behind them, how many took
    // longer than the last.
    const std::vector<std::uint64_t>& counts() const { return m_counts; }
    std::uint64_t count() const; // of all
    std::chrono::nanoseconds sum() const { return m_sum; }

  private:
    std::span<const std::chrono::microseconds> m_bounds;
    std::vector<std::uint64_t> m_counts;
    std::chrono::nanoseconds m_sum{0};
};

} // namespace latchkey
