#include "server/metrics/metric_families.h"

#include <prometheus/text_serializer.h>

#include <limits>

namespace latchkey {

MetricFamily::MetricFamily(std::string name, std::string help, prometheus::MetricType type)
    : m_family{std::move(name), std::move(help), type, {}} {}

prometheus::ClientMetric& MetricFamily::another(const MetricLabels& labels) {
    prometheus::ClientMetric& metric = m_family.metric.emplace_back();
    for (const auto& [name, value] : labels) metric.label.push_back({name, value});
    return metric;
}

MetricFamily& MetricFamily::add(double value, const MetricLabels& labels) {
    prometheus::ClientMetric& metric = another(labels);
    metric.counter.value = metric.gauge.value = value;
    return *this;
}

MetricFamily& MetricFamily::add(const DurationHistogram& durations, const MetricLabels& labels) {
    using Seconds = std::chrono::duration<double>;
    prometheus::ClientMetric::Histogram& histogram = another(labels).histogram;
    const auto bounds = durations.bounds();
    for (std::size_t i = 0; i < durations.counts().size(); ++i) {
        histogram.sample_count += durations.counts()[i];
        histogram.bucket.push_back({histogram.sample_count, i < bounds.size()
                                                                ? Seconds(bounds[i]).count()
                                                                : std::numeric_limits<double>::infinity()});
    }
    histogram.sample_sum = Seconds(durations.sum()).count();
    return *this;
}

MetricFamily& MetricFamilies::counter(std::string name, std::string help) {
    return m_families.emplace_back(std::move(name), std::move(help), prometheus::MetricType::Counter);
}

MetricFamily& MetricFamilies::gauge(std::string name, std::string help) {
    return m_families.emplace_back(std::move(name), std::move(help), prometheus::MetricType::Gauge);
}

MetricFamily& MetricFamilies::histogram(std::string name, std::string help) {
    return m_families.emplace_back(std::move(name), std::move(help), prometheus::MetricType::Histogram);
}

std::string MetricFamilies::text() && {
    std::vector<prometheus::MetricFamily> families;
    for (MetricFamily& family : m_families) families.push_back(std::move(family).take());
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace latchkey
