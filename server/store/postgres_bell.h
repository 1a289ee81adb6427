// The bell of PostgreSQL: a connection of its own that listens for notifications, and sends this process's
// own, many at a time. Without one (LISTEN is refused, the server is away) it says every second that it is
// time to look. Whoever refuses is asked again every minute: it may have been a copy that takes over later.
//
// Notifications are not sent inside of the transactions that they are about: each of those would wait, at its
// commit, for a lock that all who notify share. Nor is the disk waited for: one that is lost is made up for
// by the next look.
#pragma once

#include "server/store/change_bell.h"
#include "server/store/database_location.h"

#include <atomic>
#include <chrono>
#include <libpq-fe.h>
#include <memory>
#include <string>

namespace latchkey {

class PostgresBell : public ChangeBell {
  public:
    explicit PostgresBell(const PostgresServer& server);
    ~PostgresBell() override;

    Heard wait() override;
    std::string trouble() const override { return m_trouble; }
    void stop() override;
    // Has the other processes' bells ring. From any thread.
    void ring();

    // How the others are notified, for whoever has a connection but no bell.
    static const char* notification();

  private:
    using Clock = std::chrono::steady_clock;
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };

    bool connect();
    void wakeUp() const;
    bool sleep(Clock::time_point until);
    bool heardAnother();

    const ConnectionUri m_uri;
    const bool m_listens;
    std::unique_ptr<PGconn, Finish> m_connection; // of the thread that waits; null: there is none
    std::string m_trouble;                        // of that thread, too, as the next
    Clock::time_point m_connectAt{};
    bool m_wasConnected = false;
    int m_wakeUp; // an eventfd
    std::atomic<bool> m_toRing = false;
    std::atomic<bool> m_stopped = false;
};

} // namespace latchkey
