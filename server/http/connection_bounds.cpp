#include "server/http/connection_bounds.h"

namespace latchkey {

void ConnectionBounds::setLimits(ConnectionLimits limits) {
    const std::lock_guard lock(m_mutex);
    m_limits = limits;
}

ConnectionBounds::Place ConnectionBounds::admit(const std::string& network) {
    const std::lock_guard lock(m_mutex);
    const auto there = m_perNetwork.find(network);
    if (there != m_perNetwork.end() && there->second >= m_limits.perNetwork) {
        ++m_usage.tooManyOfNetwork;
        return nullptr;
    }
    return take(network);
}

ConnectionBounds::Place ConnectionBounds::admitProxy() {
    const std::lock_guard lock(m_mutex);
    return take({}); // which is nobody's network
}

// The mutex is held.
ConnectionBounds::Place ConnectionBounds::take(const std::string& network) {
    if (m_usage.now >= m_limits.inAll) {
        ++m_usage.tooManyInAll;
        return nullptr;
    }
    Place place(this, [network](ConnectionBounds* bounds) { bounds->release(network); });
    ++m_usage.now;
    ++m_usage.admitted;
    ++m_perNetwork[network];
    return place;
}

ConnectionBounds::Usage ConnectionBounds::usage() const {
    const std::lock_guard lock(m_mutex);
    Usage usage = m_usage;
    usage.limit = m_limits.inAll;
    return usage;
}

void ConnectionBounds::release(const std::string& network) {
    const std::lock_guard lock(m_mutex);
    --m_usage.now;
    const auto there = m_perNetwork.find(network);
    if (--there->second == 0) m_perNetwork.erase(there);
}

} // namespace latchkey
