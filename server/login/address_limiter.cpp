#include "server/login/address_limiter.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cmath>

namespace latchkey {

namespace {

constexpr std::chrono::seconds kForgetAfter{60}; // a bucket left alone for that long is full again

} // namespace

std::optional<std::chrono::seconds> AddressLimiter::record(std::string_view address, int perMinute) {
    const std::lock_guard lock(m_mutex);
    const auto now = m_now();
    if (m_buckets.size() >= kMostAddresses) makeRoom(now);
    const double capacity = perMinute;
    const double perSecond = capacity / 60;
    auto [entry, isNew] = m_buckets.try_emplace(clientNetwork(address), Bucket{capacity, now});
    Bucket& bucket = entry->second;
    const auto elapsed = std::max(now - bucket.filledAt, std::chrono::seconds(0));
    bucket.tokens = std::min(capacity, bucket.tokens + static_cast<double>(elapsed.count()) * perSecond);
    bucket.filledAt = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    return std::chrono::seconds(static_cast<long>(std::ceil((1 - bucket.tokens) / perSecond)));
}

std::size_t AddressLimiter::addresses() const {
    const std::lock_guard lock(m_mutex);
    return m_buckets.size();
}

// Looks through all buckets, so it has to leave room for many more: whoever has that many addresses gains
// nothing that they did not have.
void AddressLimiter::makeRoom(std::chrono::sys_seconds now) {
    std::erase_if(m_buckets, [now](const auto& entry) { return now - entry.second.filledAt > kForgetAfter; });
    if (m_buckets.size() > kMostAddresses / 2) m_buckets.clear();
}

std::string clientNetwork(std::string_view address) {
    const std::string text(address);
    std::array<unsigned char, 16> v6{};
    if (inet_pton(AF_INET6, text.c_str(), v6.data()) != 1) return text;
    std::fill(v6.begin() + 8, v6.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> network{};
    inet_ntop(AF_INET6, v6.data(), network.data(), network.size());
    return std::string(network.data()) + "/64";
}

} // namespace latchkey
