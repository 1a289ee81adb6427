#include "server/store/database.h"

#include "server/store/schema.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr std::size_t kReaders = 8;

void openConnection(soci::session& session, const std::filesystem::path& path) {
    std::string quoted;
    for (const char character : path.string()) {
        if (character == '"' || character == '\\') quoted += '\\';
        quoted += character;
    }
    session.open(soci::sqlite3, "dbname=\"" + quoted + "\"");
    for (const char* pragma : {"PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = WAL",
                               "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"}) {
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

// Ends with a rollback unless it was committed.
class Scope {
  public:
    Scope(soci::session& session, const char* begin) : m_session(session) { m_session << begin; }
    ~Scope() {
        if (m_committed) return;
        try {
            m_session << "ROLLBACK";
        } catch (const std::exception&) { // SQLite has rolled back by itself (disk full, I/O error)
        }
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    void commit() {
        m_session << "COMMIT";
        m_committed = true;
    }

  private:
    soci::session& m_session;
    bool m_committed = false;
};

} // namespace

Result<DatabaseLocation, std::string> DatabaseLocation::parse(std::string_view text) {
    constexpr std::string_view scheme = "sqlite3:";
    if (!text.starts_with(scheme)) {
        return Failure{std::string("the engine is not known; write sqlite3:PATH")};
    }
    text.remove_prefix(scheme.size());
    if (text.empty()) return Failure{std::string("the path is missing; write sqlite3:PATH")};
    return DatabaseLocation{std::filesystem::path(text)};
}

struct Database::Connections {
    soci::connection_pool readers{kReaders};
    soci::session writer;
    std::mutex writerMutex; // guards writer
};

Database::Database() : m_connections(std::make_unique<Connections>()) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>, std::string> Database::open(const DatabaseLocation& location) {
    if (const auto created = createPrivately(location.path); !created) return Failure{created.error()};
    std::unique_ptr<Database> database(new Database);
    try {
        Connections& connections = *database->m_connections;
        openConnection(connections.writer, location.path);
        for (std::size_t i = 0; i < kReaders; ++i) openConnection(connections.readers.at(i), location.path);
        const auto migrated = database->write([](Transaction& transaction) { return migrate(transaction); });
        if (!migrated) return Failure{location.text() + ": " + migrated.error()};
    } catch (const std::exception& error) {
        return Failure{location.text() + ": cannot be opened: " + error.what()};
    }
    return database;
}

// What the work itself throws, to have nothing stored, is no failure of the database.
void Database::runCounted(DatabaseTally::Operation operation, const std::function<void(Transaction&)>& work) {
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    try {
        operation == DatabaseTally::Operation::Read ? runRead(work) : runWrite(work);
    } catch (const DatabaseError&) {
        m_tally.count(operation, Clock::now() - begin, true);
        throw;
    } catch (...) {
        m_tally.count(operation, Clock::now() - begin, false);
        throw;
    }
    m_tally.count(operation, Clock::now() - begin, false);
}

void Database::runRead(const std::function<void(Transaction&)>& work) {
    try {
        soci::session session(m_connections->readers);
        Scope scope(session, "BEGIN");
        Transaction transaction(session);
        work(transaction);
        scope.commit();
    } catch (const soci::soci_error& error) {
        throw DatabaseError(error.what());
    }
}

void Database::runWrite(const std::function<void(Transaction&)>& work) {
    const std::lock_guard lock(m_connections->writerMutex);
    try {
        Scope scope(m_connections->writer, "BEGIN IMMEDIATE");
        Transaction transaction(m_connections->writer);
        work(transaction);
        scope.commit();
    } catch (const soci::soci_error& error) {
        throw DatabaseError(error.what());
    }
}

std::uint64_t Database::foreignChanges() {
    const std::lock_guard lock(m_connections->writerMutex);
    try {
        long long version = 0; // which a connection's own changes leave as it is
        m_connections->writer << "PRAGMA data_version", soci::into(version);
        return static_cast<std::uint64_t>(version);
    } catch (const soci::soci_error& error) {
        throw DatabaseError(error.what());
    }
}

} // namespace latchkey
