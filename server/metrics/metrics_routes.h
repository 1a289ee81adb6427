// GET /metrics, for the operator alone.
#pragma once

#include "server/http/client_address.h"
#include "server/metrics/collector.h"

#include <httplib.h>

#include <memory>
#include <mutex>
#include <vector>

namespace latchkey {

// Who may read the metrics.
struct MetricsAccess {
    std::vector<IpNetwork> networks;
    // Whether the server knows its proxies. If not, whatever a proxy has passed on is refused: all of a
    // proxy's clients have its address then, which may well be one of those above.
    bool proxiesKnown = false;
};

class MetricsRoutes {
  public:
    // What the collector stands on has to outlive the routes, and the routes the server.
    MetricsRoutes(Collector collector, MetricsAccess access);

    // Can be replaced while the server runs.
    void setAccess(MetricsAccess access);

    void install(httplib::Server& server);

  private:
    void metrics(const httplib::Request& request, httplib::Response& response) const;
    bool mayRead(const httplib::Request& request) const;

    Collector m_collector;
    mutable std::mutex m_mutex; // guards what follows
    MetricsAccess m_access;
};

} // namespace latchkey
