// Builds what Prometheus' text format says: metrics of a name, with a line of help for the operator.
//
// Names follow https://prometheus.io/docs/practices/naming/: base units, "_total" for what only grows. A
// label's values are words of ours, never a client's.
#pragma once

#include "server/tally/duration_histogram.h"

#include <prometheus/metric_family.h>

#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace latchkey {

// Name and value of each.
using MetricLabels = std::vector<std::pair<std::string, std::string>>;

// One name's metrics.
class MetricFamily {
  public:
    MetricFamily(std::string name, std::string help, prometheus::MetricType type);

    MetricFamily& add(double value, const MetricLabels& labels = {});
    MetricFamily& add(const DurationHistogram& durations, const MetricLabels& labels = {}); // in seconds

    prometheus::MetricFamily take() && { return std::move(m_family); }

  private:
    prometheus::ClientMetric& another(const MetricLabels& labels);

    prometheus::MetricFamily m_family;
};

class MetricFamilies {
  public:
    // The references are good for as long as this is.
    MetricFamily& counter(std::string name, std::string help);
    MetricFamily& gauge(std::string name, std::string help);
    MetricFamily& histogram(std::string name, std::string help);

    // Prometheus' text format, version 0.0.4.
    std::string text() &&;

  private:
    std::deque<MetricFamily> m_families;
};

} // namespace latchkey
