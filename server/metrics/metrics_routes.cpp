#include "server/metrics/metrics_routes.h"

#include "server/http/answers.h"

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

// What proxies write into a request that they pass on (RFC 7239, RFC 9110 §7.6.3).
constexpr std::array kProxyHeaders{"X-Forwarded-For", "Forwarded", "Via"};

bool passedOn(const httplib::Request& request) {
    return std::ranges::any_of(kProxyHeaders, [&](const char* name) { return request.has_header(name); });
}

} // namespace

MetricsRoutes::MetricsRoutes(Collector collector, MetricsAccess access)
    : m_collector(collector), m_access(std::move(access)) {}

void MetricsRoutes::setAccess(MetricsAccess access) {
    const std::lock_guard lock(m_mutex);
    m_access = std::move(access);
}

void MetricsRoutes::install(httplib::Server& server) {
    server.Get("/metrics", [this](const httplib::Request& request, httplib::Response& response) {
        metrics(request, response);
    });
}

void MetricsRoutes::metrics(const httplib::Request& request, httplib::Response& response) const {
    if (!mayRead(request)) {
        return answerRefusal(response, 403,
                             "metrics are for the operator: ask from a network in the server's setting "
                             "metrics_from, or add this one; what a proxy passes on also needs "
                             "trusted_proxies");
    }
    response.set_content(m_collector.text(), "text/plain; version=0.0.4; charset=utf-8");
}

bool MetricsRoutes::mayRead(const httplib::Request& request) const {
    const auto client = IpAddress::parse(request.remote_addr);
    const std::lock_guard lock(m_mutex);
    if (!client || (passedOn(request) && !m_access.proxiesKnown)) return false;
    return std::ranges::any_of(m_access.networks,
                               [&](const IpNetwork& network) { return network.contains(*client); });
}

} // namespace latchkey
