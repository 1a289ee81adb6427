// Announces the server on its network as a DNS-SD service (RFC 6763), through this machine's avahi-daemon, so
// that a kiosk finds it without being told.
//
// Where no daemon runs it waits for one; one that restarts is told again; where the name is taken it goes on
// under another one. None of that stops the server: it says so in the log.
#pragma once

#include "common/event_log.h"
#include "common/server_announcement.h"

#include <cstdint>
#include <memory>

namespace latchkey {

class ServiceAnnouncer {
  public:
    // Announces from now on, in a thread of its own. The log has to outlive this.
    ServiceAnnouncer(ServerAnnouncement announcement, std::uint16_t port, EventLog& log);
    // Withdraws it.
    ~ServiceAnnouncer();
    ServiceAnnouncer(const ServiceAnnouncer&) = delete;
    ServiceAnnouncer& operator=(const ServiceAnnouncer&) = delete;

    // Says something else from now on, as after another certificate. From any thread.
    void change(ServerAnnouncement announcement);

  private:
    class Publication;
    std::unique_ptr<Publication> m_publication;
};

} // namespace latchkey
