#include "server/store/postgres_engine.h"

#include "server/store/one_trip_backend.h"
#include "server/store/postgres_bell.h"
#include "server/store/postgres_pool.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <mutex>
#include <random>
#include <string_view>
#include <thread>

namespace latchkey {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// Reads have connections of their own: they are short, and somebody waits before a screen for each, while
// writes may be many at a time and wait for the disk.
constexpr std::size_t kForReading = 4;
constexpr std::size_t kForWriting = 4;
constexpr int kMostRuns = 20;
constexpr milliseconds kLongestPause{32};
constexpr std::chrono::seconds kLongestWork{5};
constexpr std::chrono::hours kAtLength{24};

// Of the transaction alone, not of its connection: a pooler may have given it to another one before.
// enable_seqscan: what a small table is read with by itself is a scan of all of it, and a SERIALIZABLE
// transaction that has read everything conflicts with everybody who writes anything.
const std::string kLimits = "SET LOCAL statement_timeout = 5000; " // ms
                            "SET LOCAL idle_in_transaction_session_timeout = 5000; "
                            "SET LOCAL enable_seqscan = off";
const std::string kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; " + kLimits;
const std::string kBeginWrite = "BEGIN ISOLATION LEVEL SERIALIZABLE; " + kLimits;
const std::string kBeginReadAtLength = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
// One at a time, by a number of our own. READ COMMITTED: it sees what the one before it has stored.
const std::string kBeginMaintain = "BEGIN ISOLATION LEVEL READ COMMITTED; "
                                   "SET LOCAL client_min_messages = warning; "
                                   "SELECT pg_advisory_xact_lock(465491485544)";

// PostgreSQL documentation, appendix A.
std::string stateOf(const soci::soci_error& error) {
    const auto* own = dynamic_cast<const soci::postgresql_soci_error*>(&error);
    return own ? own->sqlstate() : std::string();
}

bool isConflict(const soci::soci_error& error) {
    const std::string state = stateOf(error);
    return state == "40001" || state == "40P01"; // not serializable, a deadlock
}

// What may be better the next time: connections, resources, operators, limits of time, and a server that has
// become a copy of another one.
bool isPassing(const soci::soci_error& error) {
    const std::string state = stateOf(error);
    for (const std::string_view begin : {"08", "53", "57", "55P03", "25006", "25P03"})
        if (state.starts_with(begin)) return true;
    return false;
}

// It was not alone: to be run anew.
class Conflict : public DatabaseBusy {
  public:
    using DatabaseBusy::DatabaseBusy;
};

// It was not alone, or it will never do: only the next run tells. (PostgreSQL looks for a key that is there
// already before it looks for conflicts.)
class Duplicate : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

class PostgresEngine : public Engine {
  public:
    explicit PostgresEngine(PostgresServer server)
        : m_server(std::move(server)),
          m_reading(m_server.uri, kForReading),
          m_writing(m_server.uri, kForWriting) {}

    void read(const Work& work) override { run(m_reading, kBeginRead, work, kLongestWork); }

    void write(const Work& work) override {
        std::unique_lock oneAtATime(m_againMutex, std::defer_lock);
        for (int runs = 1;; ++runs) {
            try {
                return run(m_writing, kBeginWrite, work, kLongestWork);
            } catch (const Conflict&) {
                if (runs == kMostRuns) throw;
            } catch (const Duplicate&) {
                if (runs == kMostRuns) throw;
            }
            if (!oneAtATime && !oneAtATime.try_lock_for(kLongestWork))
                throw DatabaseBusy("others have been run anew for too long");
            pause(runs);
        }
    }

    void readAtLength(const Work& work) override { run(m_reading, kBeginReadAtLength, work, kAtLength); }
    void maintain(const Work& work) override {
        run(m_writing, kBeginMaintain, work, kAtLength, Statements::RunOften);
    }

    SqlSpelling spelling() const override { return SqlSpelling::Postgres; }

    // RowWindow takes rising numbers. Engines that have no such catalogue are taken as they are.
    std::string obstacle() override {
        std::string sequence;
        long long block = 1;
        try {
            m_reading.lease().session()
                << "SELECT seqrelid::regclass::text, seqcache FROM pg_sequence "
                   "WHERE seqrelid = pg_get_serial_sequence('changes', 'id')::regclass",
                soci::into(sequence), soci::into(block);
        } catch (const soci::soci_error&) {
        }
        if (block <= 1) return {};
        return "it hands out the numbers of the table \"changes\" in blocks of " + std::to_string(block) +
               ", so that other servers would miss changes; run: ALTER SEQUENCE " + sequence + " CACHE 1" +
               " (and where new sequences have a cache by default, turn that off before)";
    }

    ChangeBell& bell() override {
        const std::lock_guard lock(m_bellMutex);
        if (!m_bell) m_bell = std::make_unique<PostgresBell>(m_server);
        return *m_bell;
    }

    void ring() override {
        if (!m_server.listens) return;
        {
            const std::lock_guard lock(m_bellMutex);
            if (m_bell) return m_bell->ring();
        }
        try {
            m_writing.lease().session() << PostgresBell::notification();
        } catch (const std::exception&) { // the others look every second anyway
        }
    }

  private:
    // Longer from run to run, and by chance, so that those who were in each other's way do not meet again.
    static void pause(int runs) {
        thread_local std::minstd_rand chance(std::random_device{}());
        const auto longest = std::min(kLongestPause, milliseconds(1 << std::min(runs, 10)));
        std::this_thread::sleep_for(
            milliseconds(std::uniform_int_distribution<long>(0, longest.count())(chance)));
    }

    enum class Statements { RunOnce, RunOften };

    void run(PostgresPool& pool, const std::string& begin, const Work& work, std::chrono::seconds longest,
             Statements statements = Statements::RunOnce) {
        for (;;) {
            const PostgresPool::Lease lease = pool.lease();
            prepareStatements(lease.session(), statements == Statements::RunOften);
            bool begun = false;
            try {
                TransactionScope scope(lease.session(), begin);
                begun = true;
                const auto end = Clock::now() + longest;
                Transaction transaction(lease.session());
                work(transaction);
                if (Clock::now() > end) throw DatabaseUnavailable("a transaction took too long");
                scope.commit();
                return;
            } catch (const soci::soci_error& error) {
                // A connection that was kept may have been lost meanwhile, which shows now: then another.
                const bool again = !begun && !lease.isNew() && lease.isLost();
                if (lease.isLost()) pool.closeIdle();
                if (!again) fail(lease, error);
            }
        }
    }

    [[noreturn]] static void fail(const PostgresPool::Lease& lease, const soci::soci_error& error) {
        if (lease.isLost()) throw DatabaseUnavailable(reasonOf(error));
        try {
            lease.session() << "DEALLOCATE ALL"; // SOCI could not, in a transaction that had failed
        } catch (const soci::soci_error&) {      // lost by now, and not kept
        }
        if (isConflict(error)) throw Conflict(reasonOf(error));
        if (stateOf(error) == "23505") throw Duplicate(reasonOf(error)); // unique_violation
        if (isPassing(error)) throw DatabaseUnavailable(reasonOf(error));
        throw DatabaseError(reasonOf(error));
    }

    const PostgresServer m_server;
    PostgresPool m_reading;
    PostgresPool m_writing;
    std::timed_mutex m_againMutex; // of those who run anew: they would be in each other's way again
    std::mutex m_bellMutex;        // guards the pointer
    std::unique_ptr<PostgresBell> m_bell;
};

} // namespace

Result<std::unique_ptr<Engine>, std::string> openPostgres(const PostgresServer& server) {
    return std::unique_ptr<Engine>(std::make_unique<PostgresEngine>(server));
}

} // namespace latchkey
