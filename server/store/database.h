// The one way to the data: an open database, its transactions, and a cheap way to see that it changed.
//
// SQLite in WAL mode with foreign keys, full synchronisation and a busy timeout: when write() has returned,
// what was written survives a kill -9 and a power cut. Several processes may have the same database open
// (the server, and the administration commands beside it).
//
// Thread-safe. Reads run side by side on a pool of connections; writes of one process queue up on one.
#pragma once

#include "common/result.h"
#include "server/store/database_tally.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace soci {
class session;
}

namespace latchkey {

// Where the data lives, as an operator writes it: sqlite3:PATH.
struct DatabaseLocation {
    std::filesystem::path path;

    static Result<DatabaseLocation, std::string> parse(std::string_view text);
    std::string text() const { return "sqlite3:" + path.string(); }
};

// The database cannot do what it was asked: disk full, locked for too long, damaged. Thrown, because no
// caller of a single statement can do anything about it; the message is for the operator.
class DatabaseError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// What the tables' functions work on. Lives as long as the read() or write() that handed it out.
class Transaction {
  public:
    explicit Transaction(soci::session& session) : m_session(session) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    soci::session& session() const { return m_session; }

  private:
    soci::session& m_session;
};

class Database {
  public:
    // Opens the database, making its folder (0700) and file (0600) when there are none, and brings its
    // schema up to date. On failure: a sentence for the operator.
    static Result<std::unique_ptr<Database>, std::string> open(const DatabaseLocation& location);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Runs the work on one consistent view of the data. Throws DatabaseError.
    template <class Work>
    auto read(Work&& work) {
        return run(DatabaseTally::Operation::Read, std::forward<Work>(work));
    }
    // Runs the work as one transaction: all of it is stored when this returns, none of it when the work
    // throws. Throws DatabaseError. Not to be nested.
    template <class Work>
    auto write(Work&& work) {
        return run(DatabaseTally::Operation::Write, std::forward<Work>(work));
    }

    // A number that differs from the last call's when another process has changed the data since; this one's
    // changes leave it as it is. Waits for a write that is under way.
    std::uint64_t foreignChanges();

    const DatabaseTally& tally() const { return m_tally; }

  private:
    Database();
    // As runRead() or runWrite(), and counts it.
    void runCounted(DatabaseTally::Operation operation, const std::function<void(Transaction&)>& work);
    void runRead(const std::function<void(Transaction&)>& work);
    void runWrite(const std::function<void(Transaction&)>& work);

    template <class Work>
    auto run(DatabaseTally::Operation operation, Work&& work) {
        using Value = std::invoke_result_t<Work, Transaction&>;
        if constexpr (std::is_void_v<Value>) {
            runCounted(operation, work);
        } else {
            std::optional<Value> value;
            runCounted(operation, [&](Transaction& transaction) { value.emplace(work(transaction)); });
            return std::move(*value);
        }
    }

    struct Connections;
    std::unique_ptr<Connections> m_connections;
    DatabaseTally m_tally;
};

} // namespace latchkey
