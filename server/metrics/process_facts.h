// What the system knows of this process, under the names that Prometheus' clients have agreed on.
#pragma once

#include <cstdint>
#include <optional>

namespace latchkey {

struct ProcessFacts {
    double cpuSeconds = 0; // of all threads, in user and kernel mode
    double startedAt = 0;  // Unix time, in seconds
    std::uint64_t residentBytes = 0;
    std::uint64_t virtualBytes = 0;
    std::uint64_t threads = 0;
    std::uint64_t openFiles = 0;
    std::uint64_t mostFiles = 0; // that may be open
};

// Read from /proc now. Nullopt: it is not there.
std::optional<ProcessFacts> readProcessFacts();

} // namespace latchkey
