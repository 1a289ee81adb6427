// Whether the server is well, for load balancers and orchestrators:
//
//   GET /api/health/live   200 while the process answers at all; whoever gets no answer may start it anew
//   GET /api/health/ready  200 while it can do its work, else 503 with the reasons; whoever gets that sends
//                          clients to another server, and leaves this one alone
//   GET /api/health        both, with the status of ready
#pragma once

#include "server/login/login_service.h"

#include <httplib.h>

#include <atomic>
#include <string>
#include <vector>

namespace latchkey {

class HealthRoutes {
  public:
    // The service has to outlive the routes, and the routes the server.
    explicit HealthRoutes(LoginService& logins) : m_logins(logins) {}

    void install(httplib::Server& server);

    // Not ready from now on: the server is about to stop. From any thread.
    void stopping() { m_stopping = true; }

    // Why the server is not ready, a sentence each; none: it is. Asks the database. Thread-safe.
    std::vector<std::string> obstacles();

  private:
    LoginService& m_logins;
    std::atomic<bool> m_stopping = false;
};

} // namespace latchkey
