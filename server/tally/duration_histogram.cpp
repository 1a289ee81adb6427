#include "server/tally/duration_histogram.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace latchkey {

namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

constexpr std::array<microseconds, 14> kWork{100us, 250us, 500us, 1ms,   2500us, 5ms,    10ms,
                                             25ms,  50ms,  100ms, 250ms, 1s,     2500ms, 10s};
constexpr std::array<microseconds, 8> kPatience{100ms, 500ms, 1s, 2500ms, 5s, 10s, 20s, 30s};

} // namespace

std::span<const microseconds> DurationHistogram::workBounds() {
    return kWork;
}

std::span<const microseconds> DurationHistogram::patienceBounds() {
    return kPatience;
}

DurationHistogram::DurationHistogram(std::span<const microseconds> bounds)
    : m_bounds(bounds), m_counts(bounds.size() + 1) {}

void DurationHistogram::add(std::chrono::nanoseconds duration) {
    const auto bound = std::lower_bound(m_bounds.begin(), m_bounds.end(), duration);
    ++m_counts[static_cast<std::size_t>(bound - m_bounds.begin())];
    m_sum += duration;
}

std::uint64_t DurationHistogram::count() const {
    return std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t(0));
}

} // namespace latchkey
