// The one way to the data: an open database and its transactions, whichever engine is behind it.
//
// A write is alone: what it has read is still so when it is stored, as if writes came one after the other. On
// SQLite they do, several in one commit; where one of those fails halfway, all of them are run anew.
// PostgreSQL runs them side by side (SERIALIZABLE) and turns back the one that would not have been alone,
// which is then run anew. So **the work of a write may run more than once**: it changes nothing but the
// transaction and what it hands back.
//
// When write() has returned, what was written survives a kill -9 and a power cut. Several processes may have
// the same database open: servers, and the administration commands beside them.
//
// Thread-safe.
#pragma once

#include "common/result.h"
#include "server/store/change.h"
#include "server/store/database_location.h"
#include "server/store/database_tally.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace soci {
class session;
}

namespace latchkey {

class ChangeBell;
class Engine;

// The database cannot do what it was asked. Thrown, because no caller of a single statement can do anything
// about it; the message is for the operator.
class DatabaseError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Not now, but perhaps soon: it is away, locked for too long, its disk is full. Whether a write that ended so
// was stored is not known when the connection was lost at its very end.
class DatabaseUnavailable : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

// It is not known to be away, but others have kept this from being done: by what they change at the same
// time, or because all that it has for this is taken.
class DatabaseBusy : public DatabaseUnavailable {
  public:
    using DatabaseUnavailable::DatabaseUnavailable;
};

// What the tables' functions work on. Lives as long as the read() or write() that handed it out.
class Transaction {
  public:
    explicit Transaction(soci::session& session) : m_session(session) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    soci::session& session() const { return m_session; }

    // What others may be waiting for, here and on other nodes. Told by the tables' functions themselves.
    void changed(Change change) { m_changes.insert(std::move(change)); }
    const std::set<Change>& changes() const { return m_changes; }

  private:
    soci::session& m_session;
    std::set<Change> m_changes;
};

class Database {
  public:
    // Opens the database and brings its schema up to date. Of a file that is not there, makes it (0600) and
    // its folder (0700). On failure: a sentence for the operator.
    static Result<std::unique_ptr<Database>, std::string> open(const DatabaseLocation& location);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Runs the work on one consistent view of the data. Throws DatabaseError.
    template <class Work>
    auto read(Work&& work) {
        return run(DatabaseTally::Operation::Read, std::forward<Work>(work));
    }
    // Runs the work as one transaction, perhaps several times until it was alone: all of it is stored when
    // this returns, none of it when the work throws. Throws DatabaseError. Not to be nested.
    template <class Work>
    auto write(Work&& work) {
        return run(DatabaseTally::Operation::Write, std::forward<Work>(work));
    }

    // The same for all of the data, which takes longer than a request may: on a view of it, and alone, once.
    // For what nobody waits for.
    void readAtLength(const std::function<void(Transaction&)>& work);
    void maintain(const std::function<void(Transaction&)>& work);

    // The version of its schema when it was opened; schemaVersion() is what it has now.
    int versionBefore() const { return m_versionBefore; }

    // To be called before anything is asked of the database: that may take as long as the disk or the network
    // does. From any thread; to be set before there are several.
    void onUse(std::function<void()> call) { m_onUse = std::move(call); }
    // To be told when the database is lost, with the reason, and when it is back: once each, however many
    // ask it meanwhile. Called by whichever thread notices. Before the first read or write.
    // Lost is also one that is read but not written, because its disk is full, say: it is back when it does
    // both.
    void onLost(std::function<void(const std::string& reason)> call) { m_onLost = std::move(call); }
    void onBack(std::function<void()> call) { m_onBack = std::move(call); }

    // False from a write that could not be stored to the next one that is.
    bool takesWrites() const { return (m_failing.load() & bitOf(DatabaseTally::Operation::Write)) == 0; }
    // Where it takes no writes, writes something of its own, so that it is noticed when it does again, though
    // nobody else tries. What still fails has been told, and is not thrown.
    void tryWriting();

    // For ChangeFeed.
    ChangeBell& bell();
    const std::string& node() const { return m_node; } // the name of this process among the others

    const DatabaseTally& tally() const { return m_tally; }

  private:
    Database(std::unique_ptr<Engine> engine, int versionBefore);
    // As runRead() or runWrite(), and counts it.
    void runCounted(DatabaseTally::Operation operation, const std::function<void(Transaction&)>& work);
    void runRead(const std::function<void(Transaction&)>& work);
    void runWrite(const std::function<void(Transaction&)>& work);
    void watched(DatabaseTally::Operation operation, const std::function<void()>& run);
    static constexpr unsigned bitOf(DatabaseTally::Operation operation) {
        return operation == DatabaseTally::Operation::Read ? 1 : 2;
    }

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

    std::unique_ptr<Engine> m_engine;
    const int m_versionBefore;
    const std::string m_node;
    std::function<void()> m_onUse = [] {};
    std::function<void(const std::string& reason)> m_onLost = [](const std::string&) {};
    std::function<void()> m_onBack = [] {};
    std::atomic<unsigned> m_failing = 0; // bits of the operations whose last one has failed
    DatabaseTally m_tally;
};

} // namespace latchkey
