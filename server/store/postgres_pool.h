// Connections to a PostgreSQL server, made when they are needed and kept.
//
// While the server is away only one connection is tried at a time, less and less often; whoever asks in
// between is told at once. While it hangs, all of them are out and none comes back: whoever waits for one is
// told so two seconds after the last has come back, and whoever asks after that at once. So a server that
// hangs has few threads wait for it. Thread-safe. Throws DatabaseUnavailable.
#pragma once

#include "server/store/database_location.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace soci {
class session;
class soci_error;
} // namespace soci

namespace latchkey {

// SOCI's sentence and PostgreSQL's reason, on one line, without the values that were to be stored.
std::string reasonOf(const soci::soci_error& error);

class PostgresPool {
  public:
    PostgresPool(ConnectionUri uri, std::size_t most);
    ~PostgresPool();
    PostgresPool(const PostgresPool&) = delete;
    PostgresPool& operator=(const PostgresPool&) = delete;

    // A connection for as long as this lives. One that is lost by then is not kept.
    class Lease {
      public:
        Lease(PostgresPool& pool, std::unique_ptr<soci::session> session, bool isNew);
        Lease(Lease&& other) noexcept;
        ~Lease();

        soci::session& session() const { return *m_session; }
        bool isNew() const { return m_isNew; } // it was made for this lease
        bool isLost() const;

      private:
        PostgresPool& m_pool;
        std::unique_ptr<soci::session> m_session;
        bool m_isNew;
    };
    // Waits for one to be free, when all are out, for as long as others come back.
    Lease lease();
    // Closes those that are kept: where one is lost, the others are, too.
    void closeIdle();

  private:
    using Clock = std::chrono::steady_clock;

    void waitForAPlace(std::unique_lock<std::mutex>& lock);
    void handOut();  // under the lock
    void takeBack(); // the same
    std::unique_ptr<soci::session> connect();
    void giveBack(std::unique_ptr<soci::session> session);

    const ConnectionUri m_uri;
    const std::size_t m_most;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_free;
    std::vector<std::unique_ptr<soci::session>> m_idle; // the last one is the last that was used
    std::size_t m_out = 0;
    Clock::time_point m_lastMove{}; // when the last one was handed out, made or came back
    std::string m_trouble;          // why the last attempt to connect failed; empty: it did not
    std::chrono::milliseconds m_pause{0};
    Clock::time_point m_retryAt{};
};

} // namespace latchkey
