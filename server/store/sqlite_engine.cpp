#include "server/store/sqlite_engine.h"

#include "server/store/forwarding_backend.h"
#include "server/store/group_commit.h"
#include "server/store/kept_statements.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

constexpr std::size_t kReaders = 8;
constexpr std::chrono::milliseconds kLookForChanges{200};
constexpr std::chrono::milliseconds kBusyTimeout{5000};
constexpr std::chrono::milliseconds kBusyPause{1};

// The wait for another process's write. In short and even steps, in the place of SQLite's own, which grow to
// a tenth of a second: a busy server leaves its file alone for moments only, and whoever looks seldom, such
// as an administration command, never meets one.
int waitForOthers(void*, int tries) {
    thread_local std::chrono::steady_clock::time_point end;
    const auto now = std::chrono::steady_clock::now();
    if (tries == 0) end = now + kBusyTimeout;
    if (now >= end) return 0;
    std::this_thread::sleep_for(kBusyPause);
    return 1;
}

// Before the library is used at all; else it stays as it is, which costs time and nothing else. A connection
// is one thread's at a time here, by the pool or by GroupCommit, and nobody asks how much memory all have.
void configureLibrary() {
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    });
}

// A new file is made one with a write-ahead log under a read lock that becomes a write lock. Who finds
// another doing the same is told that it is busy at once, whatever the busy timeout: so the wait for it is
// here. (SQLite, sqlite3_busy_handler: not called where waiting could be a deadlock.)
void useWriteAheadLog(soci::session& session) {
    const auto end = std::chrono::steady_clock::now() + kBusyTimeout;
    for (;;) {
        try {
            session << "PRAGMA journal_mode = WAL";
            return;
        } catch (const soci::sqlite3_soci_error& error) {
            const bool busy = (error.result() & 0xFF) == SQLITE_BUSY;
            if (!busy || std::chrono::steady_clock::now() >= end) throw;
        }
        std::this_thread::sleep_for(kBusyPause);
    }
}

sqlite_api::sqlite3* connectionOf(soci::session& session) {
    return backendBehind<soci::sqlite3_session_backend>(session).conn_;
}

void openConnection(soci::session& session, const std::filesystem::path& path) {
    std::string quoted;
    for (const char character : path.string()) {
        if (character == '"' || character == '\\') quoted += '\\';
        quoted += character;
    }
    session.open(sqliteWithKeptStatements(), "dbname=\"" + quoted + "\"");
    sqlite_api::sqlite3_busy_handler(connectionOf(session), waitForOthers, nullptr);
    useWriteAheadLog(session);
    // temp_store: what a savepoint would need to be undone is not written to a file.
    for (const char* pragma :
         {"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY"}) {
        session << pragma;
    }
}

// The file holds names, addresses and token hashes: nobody else's business, whatever the umask is.
Outcome<std::string> createPrivately(const std::filesystem::path& path) {
    std::error_code error;
    const auto folder = path.parent_path();
    if (!folder.empty() && !std::filesystem::exists(folder, error)) {
        std::filesystem::create_directories(folder, error);
        if (error) return Failure{folder.string() + ": cannot be created: " + error.message()};
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    }
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return Failure{path.string() + ": cannot be opened for writing: " + std::strerror(errno)};
    ::close(file);
    return {};
}

// What may be better the next time.
bool isPassing(int result) {
    switch (result & 0xFF) { // of an extended result code
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return true;
    default:
        return false;
    }
}

// Of this library's error, ours.
[[noreturn]] void rethrow(const soci::soci_error& error) {
    const auto* own = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    if (own && isPassing(own->result())) throw DatabaseUnavailable(error.what());
    throw DatabaseError(error.what());
}

class SqliteEngine;

// Five times a second, a look at a number that other processes' commits change, and this one's do not.
class SqliteBell : public ChangeBell {
  public:
    explicit SqliteBell(SqliteEngine& engine) : m_engine(engine) {}

    Heard wait() override;
    void stop() override {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_stopping.notify_all();
    }

  private:
    SqliteEngine& m_engine;
    long long m_version = 0;
    std::mutex m_mutex; // guards m_stopped
    std::condition_variable m_stopping;
    bool m_stopped = false;
};

class SqliteEngine : public Engine {
  public:
    explicit SqliteEngine(const std::filesystem::path& path) {
        openConnection(m_writer, path);
        for (std::size_t i = 0; i < kReaders; ++i) openConnection(m_readers.at(i), path);
    }

    void read(const Work& work) override {
        translated([&] {
            soci::session session(m_readers);
            run(session, "BEGIN", work);
        });
    }

    void write(const Work& work) override { m_commits.write(work); }

    void readAtLength(const Work& work) override { read(work); }

    void maintain(const Work& work) override {
        m_commits.alone([&] { translated([&] { run(m_writer, "BEGIN IMMEDIATE", work); }); });
    }

    SqlSpelling spelling() const override { return SqlSpelling::Sqlite; }

    ChangeBell& bell() override { return m_bell; }
    void ring() override {} // the file tells

    // Waits for a write that is under way.
    long long dataVersion() {
        long long version = 0;
        m_commits.alone([&] { translated([&] { m_writer << "PRAGMA data_version", soci::into(version); }); });
        return version;
    }

  private:
    static void translated(const std::function<void()>& call) {
        try {
            call();
        } catch (const soci::soci_error& error) {
            rethrow(error);
        }
    }

    // Where the transaction itself fails nothing is stored, and all of them are told.
    void writeAll(const GroupCommit::Batch& batch) {
        try {
            translated([&] {
                if (!storedTogether(batch)) storeApart(batch);
            });
        } catch (...) {
            for (GroupCommit::Pending* pending : batch)
                if (!pending->thrown) pending->thrown = std::current_exception();
        }
    }

    // False: nothing is stored, because one has failed after it had written. To be able to undo that alone
    // costs every write a good part of its time, and is hardly ever needed: what is refused is refused
    // before, nearly always.
    bool storedTogether(const GroupCommit::Batch& batch) {
        TransactionScope scope(m_writer, "BEGIN IMMEDIATE");
        for (GroupCommit::Pending* pending : batch) {
            const int before = changesSoFar();
            run(*pending);
            if (pending->thrown && (!inTransaction() || changesSoFar() != before)) return false;
        }
        scope.commit();
        return true;
    }

    // All of them anew, each in a savepoint, so that one that fails takes nothing with it.
    void storeApart(const GroupCommit::Batch& batch) {
        TransactionScope scope(m_writer, "BEGIN IMMEDIATE");
        for (GroupCommit::Pending* pending : batch) {
            m_writer << "SAVEPOINT work";
            run(*pending);
            if (pending->thrown && !inTransaction()) std::rethrow_exception(pending->thrown);
            if (pending->thrown) m_writer << "ROLLBACK TO work";
            m_writer << "RELEASE work";
        }
        scope.commit();
    }

    void run(GroupCommit::Pending& pending) {
        pending.thrown = nullptr;
        try {
            translated([&] {
                Transaction transaction(m_writer);
                pending.work(transaction);
            });
        } catch (...) {
            pending.thrown = std::current_exception();
        }
    }

    // Rows that were written since the connection was made, those too that were undone since.
    int changesSoFar() { return sqlite_api::sqlite3_total_changes(connectionOf(m_writer)); }
    // SQLite undoes all of a transaction by itself where the disk is full, or fails.
    bool inTransaction() { return sqlite_api::sqlite3_get_autocommit(connectionOf(m_writer)) == 0; }

    static void run(soci::session& session, const char* begin, const Work& work) {
        TransactionScope scope(session, begin);
        Transaction transaction(session);
        work(transaction);
        scope.commit();
    }

    soci::connection_pool m_readers{kReaders};
    soci::session m_writer;
    GroupCommit m_commits{[this](const GroupCommit::Batch& batch) { writeAll(batch); }}; // guards m_writer
    SqliteBell m_bell{*this};
};

ChangeBell::Heard SqliteBell::wait() {
    {
        std::unique_lock lock(m_mutex);
        m_stopping.wait_for(lock, kLookForChanges, [this] { return m_stopped; });
    }
    const long long version = m_engine.dataVersion();
    return std::exchange(m_version, version) == version ? Heard::Nothing : Heard::Perhaps;
}

} // namespace

Result<std::unique_ptr<Engine>, std::string> openSqlite(const SqliteFile& file) {
    configureLibrary();
    if (const auto created = createPrivately(file.path); !created) return Failure{created.error()};
    try {
        return std::unique_ptr<Engine>(std::make_unique<SqliteEngine>(file.path));
    } catch (const soci::soci_error& error) {
        return Failure{"sqlite3:" + file.path.string() + ": cannot be opened: " + error.what()};
    }
}

} // namespace latchkey
