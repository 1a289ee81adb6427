// What the engines do each in their own way. Private to this folder; Database is what others use.
#pragma once

#include "server/store/change_bell.h"
#include "server/store/database.h"

#include <functional>
#include <memory>
#include <string>

namespace latchkey {

// How the schema's statements are spelt.
enum class SqlSpelling { Sqlite, Postgres };

class Engine {
  public:
    using Work = std::function<void(Transaction&)>;

    Engine() = default;
    virtual ~Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Each runs the work in a transaction of its own, and throws DatabaseUnavailable or DatabaseError in the
    // place of whatever the library throws. The work of a write may run more than once; only the last time
    // counts.
    virtual void read(const Work& work) = 0;
    virtual void write(const Work& work) = 0;
    // A read of all of the data, however long it takes.
    virtual void readAtLength(const Work& work) = 0;
    // For what changes the schema or all of the data: one at a time, of all processes, and once, however long
    // it takes.
    virtual void maintain(const Work& work) = 0;

    virtual SqlSpelling spelling() const = 0;

    // Why the data, in tables that are up to date, cannot be worked with as it is: a sentence for the
    // operator that names the fix; empty where it can.
    virtual std::string obstacle() { return {}; }

    // Tells of other processes' changes. Made by the first call.
    virtual ChangeBell& bell() = 0;
    // Has the other processes' bells ring, after a commit.
    virtual void ring() = 0;
};

// Ends with a rollback unless it was committed.
class TransactionScope {
  public:
    TransactionScope(soci::session& session, const std::string& begin);
    ~TransactionScope();
    TransactionScope(const TransactionScope&) = delete;
    TransactionScope& operator=(const TransactionScope&) = delete;

    void commit();

  private:
    soci::session& m_session;
    bool m_committed = false;
};

} // namespace latchkey
