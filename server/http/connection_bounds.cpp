#include "server/http/connection_bounds.h"

namespace latchkey {

void ConnectionBounds::setLimits(ConnectionLimits limits) {
    const std::lock_guard lock(m_mutex);
    m_limits = limits;
}

ConnectionBounds::Place ConnectionBounds::admit(const std::string& network) {
    const std::lock_guard lock(m_mutex);
    const auto there = m_perNetwork.find(network);
    if (there != m_perNetwork.end() && there->second >= m_limits.perNetwork) return nullptr;
    return take(network);
}

ConnectionBounds::Place ConnectionBounds::admitProxy() {
    const std::lock_guard lock(m_mutex);
    return take({}); // which is nobody's network
}

// The mutex is held.
ConnectionBounds::Place ConnectionBounds::take(const std::string& network) {
    if (m_all >= m_limits.inAll) return nullptr;
    Place place(this, [network](ConnectionBounds* bounds) { bounds->release(network); });
    ++m_all;
    ++m_perNetwork[network];
    return place;
}

void ConnectionBounds::release(const std::string& network) {
    const std::lock_guard lock(m_mutex);
    --m_all;
    const auto there = m_perNetwork.find(network);
    if (--there->second == 0) m_perNetwork.erase(there);
}

} // namespace latchkey
