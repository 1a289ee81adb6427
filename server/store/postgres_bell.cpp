#include "server/store/postgres_bell.h"

#include <array>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

constexpr std::chrono::milliseconds kLookAnyway{1000};
constexpr std::chrono::minutes kAskAgain{1}; // who has refused

std::string firstLineOf(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

bool execute(PGconn* connection, const char* statement) {
    PGresult* result = PQexec(connection, statement);
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    return done;
}

} // namespace

PostgresBell::PostgresBell(const PostgresServer& server)
    : m_uri(server.uri), m_listens(server.listens), m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

PostgresBell::~PostgresBell() {
    ::close(m_wakeUp);
}

const char* PostgresBell::notification() {
    return "BEGIN; SET LOCAL synchronous_commit = off; NOTIFY latchkey_changes; COMMIT";
}

ChangeBell::Heard PostgresBell::wait() {
    const auto until = Clock::now() + kLookAnyway;
    if (m_listens && !m_connection && Clock::now() >= m_connectAt && connect()) {
        // What was committed before it listened is to be looked for.
        return std::exchange(m_wasConnected, true) ? Heard::Lost : Heard::Perhaps;
    }
    while (!m_stopped) {
        if (m_connection && m_toRing.exchange(false)) execute(m_connection.get(), notification());
        if (heardAnother() || !sleep(until)) break;
    }
    return Heard::Perhaps;
}

bool PostgresBell::connect() {
    m_connection.reset(PQconnectdb(m_uri.reveal().c_str()));
    if (PQstatus(m_connection.get()) == CONNECTION_OK &&
        execute(m_connection.get(), "LISTEN latchkey_changes")) {
        m_trouble.clear();
        return true;
    }
    m_trouble = firstLineOf(PQerrorMessage(m_connection.get()));
    if (PQstatus(m_connection.get()) == CONNECTION_OK) m_connectAt = Clock::now() + kAskAgain;
    m_connection.reset();
    return false;
}

// True when another process has rung, or the connection is lost.
bool PostgresBell::heardAnother() {
    if (!m_connection) return false;
    bool heard = false;
    const bool lost = PQconsumeInput(m_connection.get()) == 0;
    while (PGnotify* notify = PQnotifies(m_connection.get())) {
        heard |= notify->be_pid != PQbackendPID(m_connection.get());
        PQfreemem(notify);
    }
    if (lost) m_connection.reset();
    return heard || lost;
}

// False when the time is up.
bool PostgresBell::sleep(Clock::time_point until) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    if (left.count() <= 0) return false;
    std::array<pollfd, 2> files{
        {{m_wakeUp, POLLIN, 0}, {m_connection ? PQsocket(m_connection.get()) : -1, POLLIN, 0}}};
    ::poll(files.data(), files.size(), static_cast<int>(left.count()));
    eventfd_t times = 0;
    ::eventfd_read(m_wakeUp, &times);
    return true;
}

void PostgresBell::ring() {
    m_toRing = true;
    wakeUp();
}

void PostgresBell::stop() {
    m_stopped = true;
    wakeUp();
}

void PostgresBell::wakeUp() const {
    ::eventfd_write(m_wakeUp, 1);
}

} // namespace latchkey
