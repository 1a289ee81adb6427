// What a process and everything it has started cost, as the kernel counts it.
#pragma once

#include <chrono>
#include <sys/types.h>

namespace latchkey {

struct ProcessTreeUse {
    double memory_MiB = 0;           // proportional set size: what is shared counts in parts
    std::chrono::nanoseconds cpu{0}; // user and system, of the threads that are there now
    int processes = 0;
};

// The caller has to be allowed to read it: the same account, or root.
ProcessTreeUse useOfTree(pid_t root);

} // namespace latchkey
