#include "server/store/change_feed.h"

#include "server/store/change_bell.h"
#include "server/store/changes.h"
#include "server/store/database.h"

#include <set>
#include <utility>

namespace latchkey {

ChangeFeed::ChangeFeed(Database& database, std::function<Clock::time_point()> now)
    : m_database(database),
      m_bell(database.bell()),
      m_now(std::move(now)),
      m_forgetAt(m_now() + kForgetEvery) {}

std::vector<Change> ChangeFeed::next() {
    try {
        if (m_started) {
            const auto heard = m_bell.wait();
            if (heard == ChangeBell::Heard::Lost) m_anew = true;
            if (heard == ChangeBell::Heard::Nothing && !m_anew) return {};
        }
        m_started = true;
        auto news = look();
        if (m_now() >= m_forgetAt) forget();
        return news;
    } catch (const DatabaseError&) {
        m_anew = true;
        throw;
    }
}

std::vector<Change> ChangeFeed::look() {
    const auto now = m_now(); // before: what is not seen in this look may be committed right after it
    const auto read = [&] {
        const RowWindow::Reading reading = m_rows.reading(now);
        return m_database.read([&](Transaction& transaction) {
            return changes::endsAndAfter(transaction, reading.after, reading.numbers);
        });
    };
    auto rows = read();
    // Rows were removed that this one has not seen, or numbers are given again.
    const bool elsewhere = rows.empty() || rows.back().id < m_newest ||
                           (rows.front().id > m_oldest && rows.front().id > m_rows.floor());
    const bool anew = std::exchange(m_anew, false) || elsewhere;
    if (anew) {
        m_rows = {};
        m_forgettable = 0;
        rows = read();
    }
    std::set<Change> news;
    if (anew) news.insert(Change::anything());
    for (const changes::Row& row : rows) {
        if (m_rows.isNew(row.id, now) && !anew && row.node != m_database.node()) news.insert(row.change);
    }
    m_oldest = rows.empty() ? 0 : rows.front().id;
    m_newest = rows.empty() ? 0 : rows.back().id;
    m_rows.advance(now);
    return {news.begin(), news.end()};
}

// The last one that may go stays, so that whoever has not seen it can tell that others are gone.
void ChangeFeed::forget() {
    m_forgetAt = m_now() + kForgetEvery;
    const std::int64_t before = std::exchange(m_forgettable, m_rows.floor());
    if (before <= m_oldest) return;
    m_database.write([&](Transaction& transaction) { changes::removeBefore(transaction, before); });
    m_oldest = before;
}

std::string ChangeFeed::trouble() const {
    return m_bell.trouble();
}

void ChangeFeed::stop() {
    m_bell.stop();
}

} // namespace latchkey
