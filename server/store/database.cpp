#include "server/store/database.h"

#include "common/encoding.h"
#include "server/store/changes.h"
#include "server/store/facts.h"
#include "server/store/postgres_engine.h"
#include "server/store/schema.h"
#include "server/store/sqlite_engine.h"

#include <soci/soci.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>

namespace latchkey {

namespace {

Result<std::unique_ptr<Engine>, std::string> openEngine(const DatabaseLocation& location) {
    if (const SqliteFile* file = location.file()) return openSqlite(*file);
    return openPostgres(std::get<PostgresServer>(location.place));
}

// 64 bits: no two that are alive share one.
std::string makeNodeName() {
    std::random_device chance;
    const std::array<std::uint32_t, 2> halves{chance(), chance()};
    return toHex({reinterpret_cast<const std::uint8_t*>(halves.data()), sizeof halves});
}

} // namespace

Database::Database(std::unique_ptr<Engine> engine, int versionBefore)
    : m_engine(std::move(engine)), m_versionBefore(versionBefore), m_node(makeNodeName()) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>, std::string> Database::open(const DatabaseLocation& location) {
    auto engine = openEngine(location);
    if (!engine) return Failure{engine.error()};
    Result<int, std::string> migrated = 0;
    std::string obstacle;
    try {
        (*engine)->maintain(
            [&](Transaction& transaction) { migrated = migrate(transaction, (*engine)->spelling()); });
        if (migrated) obstacle = (*engine)->obstacle();
    } catch (const DatabaseError& error) {
        return Failure{location.text() + ": cannot be opened: " + error.what()};
    }
    if (!migrated) return Failure{location.text() + ": " + migrated.error()};
    if (!obstacle.empty()) return Failure{location.text() + ": " + obstacle};
    return std::unique_ptr<Database>(new Database(*std::move(engine), *migrated));
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
    watched(DatabaseTally::Operation::Read, [&] { m_engine->read(work); });
}

void Database::runWrite(const std::function<void(Transaction&)>& work) {
    bool othersWait = false;
    watched(DatabaseTally::Operation::Write, [&] {
        m_engine->write([&](Transaction& transaction) {
            work(transaction);
            changes::append(transaction, m_node, transaction.changes());
            othersWait = !transaction.changes().empty();
        });
    });
    if (othersWait) m_engine->ring();
}

void Database::readAtLength(const std::function<void(Transaction&)>& work) {
    watched(DatabaseTally::Operation::Read, [&] { m_engine->readAtLength(work); });
}

void Database::maintain(const std::function<void(Transaction&)>& work) {
    watched(DatabaseTally::Operation::Write, [&] { m_engine->maintain(work); });
}

// Another value each time: one that is there already might not be stored at all.
void Database::tryWriting() {
    if (takesWrites()) return;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    try {
        write([&](Transaction& transaction) {
            facts::put(transaction, facts::kTriedWriting, std::to_string(now.count()));
        });
    } catch (const DatabaseError&) { // the next time, perhaps
    }
}

ChangeBell& Database::bell() {
    return m_engine->bell();
}

void Database::watched(DatabaseTally::Operation operation, const std::function<void()>& run) {
    const unsigned bit = bitOf(operation);
    m_onUse();
    try {
        run();
    } catch (const DatabaseBusy&) { // and so it is not lost
        throw;
    } catch (const DatabaseUnavailable& error) {
        if (m_failing.fetch_or(bit) == 0) m_onLost(error.what());
        throw;
    }
    if (m_failing.load() != 0 && m_failing.fetch_and(~bit) == bit) m_onBack();
}

} // namespace latchkey
