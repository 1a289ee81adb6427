#include "server/login/change_signal.h"

namespace latchkey {

std::uint64_t ChangeSignal::version() const {
    const std::lock_guard lock(m_mutex);
    return m_version;
}

void ChangeSignal::raise() {
    {
        const std::lock_guard lock(m_mutex);
        ++m_version;
    }
    m_changed.notify_all();
}

void ChangeSignal::wait(std::uint64_t version, std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, deadline, [&] { return m_closed || m_version != version; });
}

void ChangeSignal::close() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

bool ChangeSignal::closed() const {
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

} // namespace latchkey
