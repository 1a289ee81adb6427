// Everything that an operator may see of the running server, as Prometheus reads it.
//
// The rooms count for themselves (RequestTally, FrontTally, LoginTally, DatabaseTally) and know nothing of
// Prometheus. What is a state and no count is looked up when somebody asks, and costs nothing else.
#pragma once

#include <string>

namespace latchkey {

class BoundedServer;
class HealthRoutes;
class LoginCore;
class MetricFamilies;
class RequestTally;

class Collector {
  public:
    // They have to outlive the collector.
    struct Sources {
        BoundedServer& server;
        const RequestTally& requests;
        HealthRoutes& health;
        LoginCore& core;
    };
    explicit Collector(Sources sources) : m_sources(sources) {}

    // In Prometheus' text format. Asks the database whether it answers. To be called from a handler of the
    // server's; by several at a time, if need be.
    std::string text() const;

  private:
    void addServer(MetricFamilies& families) const;
    void addRequests(MetricFamilies& families) const;
    void addFront(MetricFamilies& families) const;
    void addTls(MetricFamilies& families) const;
    void addLogins(MetricFamilies& families) const;
    void addDatabase(MetricFamilies& families) const;

    Sources m_sources;
};

} // namespace latchkey
