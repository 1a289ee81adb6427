#include "server/store/postgres_pool.h"

#include "server/store/database.h"
#include "server/store/forwarding_backend.h"
#include "server/store/one_trip_backend.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kShortestPause{100};
constexpr milliseconds kLongestPause{1000};
// While no connection comes back; longer than a commit takes where many are busy.
constexpr std::chrono::seconds kPatience{2};
// Where the time has run out for who has waited: perhaps because this machine stood still, and not the
// database.
constexpr milliseconds kGrace{100};
// An attempt to connect, which nobody else makes meanwhile, has as long.
constexpr std::chrono::seconds kLongestAttempt{5};

PGconn* connectionOf(soci::session& session) {
    return backendBehind<soci::postgresql_session_backend>(session).conn_;
}

} // namespace

std::string reasonOf(const soci::soci_error& error) {
    std::string reason = error.get_error_message();
    while (reason.ends_with('\n')) reason.pop_back();
    std::ranges::replace(reason, '\n', ' ');
    return reason;
}

PostgresPool::Lease::Lease(PostgresPool& pool, std::unique_ptr<soci::session> session, bool isNew)
    : m_pool(pool), m_session(std::move(session)), m_isNew(isNew) {}

PostgresPool::Lease::Lease(Lease&& other) noexcept
    : m_pool(other.m_pool), m_session(std::move(other.m_session)), m_isNew(other.m_isNew) {}

PostgresPool::Lease::~Lease() {
    if (!m_session) return; // moved from
    if (isLost()) m_session.reset();
    m_pool.giveBack(std::move(m_session));
}

// In a transaction still: nobody knows what it would do next.
bool PostgresPool::Lease::isLost() const {
    PGconn* connection = connectionOf(*m_session);
    return PQstatus(connection) != CONNECTION_OK || PQtransactionStatus(connection) != PQTRANS_IDLE;
}

PostgresPool::PostgresPool(ConnectionUri uri, std::size_t most) : m_uri(std::move(uri)), m_most(most) {}

PostgresPool::~PostgresPool() = default;

void PostgresPool::waitForAPlace(std::unique_lock<std::mutex>& lock) {
    bool waited = false;
    while (m_idle.empty() && m_out == m_most) {
        const auto patience = m_lastMove + kPatience;
        if (Clock::now() < patience) {
            m_free.wait_until(lock, patience);
            waited = true;
        } else if (std::exchange(waited, false)) {
            m_free.wait_for(lock, kGrace);
        } else {
            throw DatabaseBusy("it answers nothing on any of its connections");
        }
    }
}

PostgresPool::Lease PostgresPool::lease() {
    std::unique_lock lock(m_mutex);
    waitForAPlace(lock);
    if (!m_idle.empty()) {
        auto session = std::move(m_idle.back());
        m_idle.pop_back();
        handOut();
        return {*this, std::move(session), false};
    }
    if (!m_trouble.empty()) {
        if (Clock::now() < m_retryAt) throw DatabaseUnavailable(m_trouble);
        m_retryAt = Clock::now() + kLongestAttempt;
    }
    handOut();
    lock.unlock();
    return {*this, connect(), true};
}

void PostgresPool::handOut() {
    ++m_out;
    m_lastMove = Clock::now();
}

void PostgresPool::takeBack() {
    --m_out;
    m_lastMove = Clock::now();
}

std::unique_ptr<soci::session> PostgresPool::connect() {
    try {
        auto session = std::make_unique<soci::session>(postgresInOneTrip(), m_uri.reveal());
        const std::lock_guard lock(m_mutex);
        m_lastMove = Clock::now();
        m_trouble.clear();
        m_pause = {};
        return session;
    } catch (const soci::soci_error& error) {
        {
            const std::lock_guard lock(m_mutex);
            takeBack();
            m_trouble = reasonOf(error);
            m_pause = std::clamp(2 * m_pause, kShortestPause, kLongestPause);
            m_retryAt = Clock::now() + m_pause;
        }
        m_free.notify_one();
        throw DatabaseUnavailable(reasonOf(error));
    }
}

void PostgresPool::giveBack(std::unique_ptr<soci::session> session) {
    {
        const std::lock_guard lock(m_mutex);
        takeBack();
        if (session) m_idle.push_back(std::move(session));
    }
    m_free.notify_one();
}

void PostgresPool::closeIdle() {
    std::vector<std::unique_ptr<soci::session>> closing;
    {
        const std::lock_guard lock(m_mutex);
        closing.swap(m_idle);
    }
}

} // namespace latchkey
