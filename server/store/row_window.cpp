#include "server/store/row_window.h"

#include <algorithm>

namespace latchkey {

namespace {

// To be asked for one by one.
constexpr std::int64_t kMostMissing = 5'000;
// Of the transactions that were on their way when the first row was seen: more than there are connections.
constexpr std::int64_t kBeforeTheFirst = 1'000;

} // namespace

RowWindow::Reading RowWindow::reading(Clock::time_point now) {
    const bool lookForAll = now >= m_lookForAllAt;
    if (lookForAll) {
        m_lookForAllAt = now + kNowAndThen;
        if (m_missing > kMostMissing) return {m_floor, {}};
    }
    Reading reading{m_newest, {}};
    auto begin = m_gaps.begin();
    if (!lookForAll) {
        begin = m_gaps.end();
        while (begin != m_gaps.begin() && now - std::prev(begin)->second.since < kSoon) --begin;
    }
    for (; begin != m_gaps.end(); ++begin) {
        const auto& [first, gap] = *begin;
        if (gap.end - first > kMostMissing) continue; // at the next look for all
        for (std::int64_t id = first; id < gap.end; ++id) reading.numbers.push_back(id);
    }
    return reading;
}

bool RowWindow::isNew(std::int64_t id, Clock::time_point now) {
    if (id <= m_floor) return false;
    if (id > m_newest) {
        const std::int64_t first =
            m_newest > 0 ? m_newest + 1 : std::max<std::int64_t>(1, id - kBeforeTheFirst);
        addGap(first, id, now);
        m_newest = id;
    } else if (!takeFromGap(id)) {
        return false;
    }
    m_seen.emplace_back(now, id);
    return true;
}

void RowWindow::addGap(std::int64_t begin, std::int64_t end, Clock::time_point since) {
    if (begin >= end) return;
    m_gaps.emplace(begin, Gap{end, since});
    m_missing += end - begin;
}

// False: it was seen, or is done with.
bool RowWindow::takeFromGap(std::int64_t id) {
    auto found = m_gaps.upper_bound(id);
    if (found == m_gaps.begin()) return false;
    const auto [begin, gap] = *--found;
    if (id >= gap.end) return false;
    m_gaps.erase(found);
    m_missing -= gap.end - begin;
    addGap(begin, id, gap.since);
    addGap(id + 1, gap.end, gap.since);
    return true;
}

void RowWindow::advance(Clock::time_point now) {
    for (; !m_seen.empty() && now - m_seen.front().first >= kWindow; m_seen.pop_front())
        m_floor = std::max(m_floor, m_seen.front().second);
    while (!m_gaps.empty() && m_gaps.begin()->first <= m_floor) {
        const auto [begin, gap] = *m_gaps.begin();
        m_gaps.erase(m_gaps.begin());
        m_missing -= gap.end - begin;
        addGap(std::max(begin, m_floor + 1), gap.end, gap.since);
    }
}

} // namespace latchkey
