#include "app/client/scheduler.h"

#include <algorithm>
#include <utility>

namespace latchkey {

struct Scheduler::Entry {
    std::function<void()> callback; // empty once it has been called
};

bool Scheduler::Call::pending() const {
    return m_entry && m_entry->callback;
}

Scheduler::Call Scheduler::after(Duration delay, std::function<void()> callback) {
    auto entry = std::make_shared<Entry>(Entry{std::move(callback)});
    m_queue.emplace(now() + std::max(delay, Duration::zero()), entry);
    rearm();
    return Call(std::move(entry));
}

std::optional<Scheduler::Instant> Scheduler::nextDue() {
    while (!m_queue.empty() && m_queue.begin()->second.expired()) m_queue.erase(m_queue.begin());
    if (m_queue.empty()) return std::nullopt;
    return m_queue.begin()->first;
}

std::vector<Scheduler::Instant> Scheduler::arranged() const {
    std::vector<Instant> instants;
    for (const auto& [instant, entry] : m_queue) {
        if (!entry.expired()) instants.push_back(instant);
    }
    return instants;
}

void Scheduler::runDue() {
    const auto end = m_queue.upper_bound(now());
    std::vector<std::weak_ptr<Entry>> due;
    for (auto entry = m_queue.begin(); entry != end; ++entry) due.push_back(entry->second);
    m_queue.erase(m_queue.begin(), end);
    for (const auto& weak : due) {
        const std::shared_ptr<Entry> entry = weak.lock();
        if (!entry) continue; // called off, perhaps by an earlier one of this round
        const auto callback = std::exchange(entry->callback, nullptr);
        callback();
    }
}

} // namespace latchkey
