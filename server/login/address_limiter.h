// Counts refused proofs by client address: a token bucket each. Good proofs never come here, so a lobby full
// of phones behind one address is not throttled.
//
// Thread-safe; one mutex guards everything. Memory is bounded whatever the number of addresses.
#pragma once

#include "common/clock.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace latchkey {

class AddressLimiter {
  public:
    static constexpr std::size_t kMostAddresses = 10'000;

    explicit AddressLimiter(Now now) : m_now(std::move(now)) {}

    // Records one refusal. Nullopt: within the limit. Else how long until the next one is within it.
    std::optional<std::chrono::seconds> record(std::string_view address, int perMinute);

    std::size_t addresses() const;

  private:
    struct Bucket {
        double tokens = 0;
        std::chrono::sys_seconds filledAt;
    };

    void makeRoom(std::chrono::sys_seconds now);

    Now m_now;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Bucket> m_buckets;
};

// What counts as one client: an IPv4 address, or an IPv6 /64 network, which one customer has as a whole
// (RFC 6177). Anything else stands for itself.
std::string clientNetwork(std::string_view address);

} // namespace latchkey
