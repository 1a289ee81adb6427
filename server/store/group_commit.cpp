#include "server/store/group_commit.h"

#include <algorithm>

namespace latchkey {

namespace {

// So that the first of a batch does not wait for too many others.
constexpr std::size_t kMostAtOnce = 64;

} // namespace

void GroupCommit::write(const Engine::Work& work) {
    Pending own{work};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&own);
    m_changed.wait(lock, [&] { return own.done || !m_running; });
    while (!own.done) {
        const auto end =
            m_waiting.begin() + static_cast<std::ptrdiff_t>(std::min(m_waiting.size(), kMostAtOnce));
        const Batch batch(m_waiting.begin(), end);
        m_waiting.erase(m_waiting.begin(), end);
        m_running = true;
        lock.unlock();
        m_run(batch);
        lock.lock();
        m_running = false;
        for (Pending* pending : batch) pending->done = true;
        m_changed.notify_all();
    }
    if (own.thrown) std::rethrow_exception(own.thrown);
}

std::size_t GroupCommit::waiting() const {
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void GroupCommit::alone(const std::function<void()>& call) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !m_running; });
    m_running = true;
    lock.unlock();
    const auto end = [&] {
        lock.lock();
        m_running = false;
        m_changed.notify_all();
    };
    try {
        call();
    } catch (...) {
        end();
        throw;
    }
    end();
}

} // namespace latchkey
