// Tells what other processes (nodes, and the administration commands) have changed in a database.
//
// What they changed stands in the table of changes, row by row. When to look there is said by
//   - SQLite: the file's data_version, looked at five times a second.
//   - PostgreSQL: a notification (LISTEN) right after the commit. One may be lost, and whoever speaks
//     PostgreSQL's protocol without it (or through a pooler: listen=no) has none: so there is a look every
//     second.
//
// Nothing is missed, though rows become visible in the order of their commits and not in that of their
// numbers: see RowWindow.
//
// After a loss of the database it may have become another one (a copy that was behind took over): then, and
// at the start, all is told to be looked at anew.
//
// For one thread, but for stop().
#pragma once

#include "server/store/change.h"
#include "server/store/row_window.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace latchkey {

class ChangeBell;
class Database;

class ChangeFeed {
  public:
    using Clock = RowWindow::Clock;
    // How often old rows are removed: those that were to be forgotten the last time already. Whoever has
    // been away so long looks at everything anew.
    static constexpr std::chrono::hours kForgetEvery{1};

    // The database has to outlive the feed, and there is one feed of it at most.
    explicit ChangeFeed(Database& database, std::function<Clock::time_point()> now = Clock::now);

    // Waits a second at most; without waiting, Change::anything() the first time. Throws DatabaseError, and
    // begins anew the next time.
    std::vector<Change> next();
    // Tells Change::anything() the next time: what it told of could not be looked at.
    void beginAnew() { m_anew = true; }

    // Why others' changes are told of late, within a second; empty: they are not.
    std::string trouble() const;

    // next() does not wait any more. From any thread.
    void stop();

  private:
    std::vector<Change> look();
    void forget();

    Database& m_database;
    ChangeBell& m_bell;
    const std::function<Clock::time_point()> m_now;
    bool m_started = false;
    bool m_anew = true;
    RowWindow m_rows;
    std::int64_t m_oldest = 0; // of all rows, at the last look
    std::int64_t m_newest = 0;
    std::int64_t m_forgettable = 0; // what the floor was when rows were last removed
    Clock::time_point m_forgetAt;
};

} // namespace latchkey
