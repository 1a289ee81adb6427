// What a registered kiosk reports: /api/kiosk/…, JSON in and out.
#pragma once

#include "server/login/kiosk_events.h"

#include <httplib.h>

namespace latchkey {

class KioskRoutes {
  public:
    // The service has to outlive the routes, and the routes the server.
    explicit KioskRoutes(KioskEvents& events) : m_events(events) {}

    void install(httplib::Server& server);

  private:
    void report(const httplib::Request& request, httplib::Response& response);

    KioskEvents& m_events;
};

} // namespace latchkey
