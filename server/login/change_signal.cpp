#include "server/login/change_signal.h"

#include <utility>

namespace latchkey {

ChangeSignal::Watch::Watch(ChangeSignal& signal, std::string name) : m_signal(signal) {
    const std::lock_guard lock(m_signal.m_mutex);
    m_changed = m_signal.m_closed;
    m_place = m_signal.m_watches.emplace(std::move(name), this);
}

ChangeSignal::Watch::~Watch() {
    const std::lock_guard lock(m_signal.m_mutex);
    m_signal.m_watches.erase(m_place);
}

bool ChangeSignal::Watch::changed() const {
    const std::lock_guard lock(m_signal.m_mutex);
    return m_changed;
}

void ChangeSignal::Watch::wait(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(m_signal.m_mutex);
    m_signal.m_noticed.wait_until(lock, deadline, [this] { return m_changed; });
}

void ChangeSignal::Watch::onChange(std::function<void()> call) {
    const std::lock_guard lock(m_signal.m_mutex);
    m_call = std::move(call);
    if (m_changed) notice();
}

void ChangeSignal::Watch::notice() {
    m_changed = true;
    if (const auto call = std::exchange(m_call, nullptr)) call();
}

void ChangeSignal::raise(std::string_view name) {
    const std::lock_guard lock(m_mutex);
    const auto [begin, end] = m_watches.equal_range(name);
    for (auto watch = begin; watch != end; ++watch) watch->second->notice();
    m_noticed.notify_all();
}

void ChangeSignal::raiseAll() {
    const std::lock_guard lock(m_mutex);
    for (const auto& [name, watch] : m_watches) watch->notice();
    m_noticed.notify_all();
}

void ChangeSignal::close() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    raiseAll();
}

bool ChangeSignal::closed() const {
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

std::vector<std::string> ChangeSignal::watched() const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> names;
    names.reserve(m_watches.size());
    for (const auto& [name, watch] : m_watches) names.push_back(name);
    return names;
}

} // namespace latchkey
