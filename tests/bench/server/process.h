// A program beside the bench, and what it costs.
#pragma once

#include <cstddef>
#include <string>
#include <sys/types.h>
#include <vector>

namespace latchkey::bench {

class Process {
  public:
    // Its output goes to that file. Ends the bench where it cannot be started.
    Process(const std::vector<std::string>& command, const std::string& outputFile);
    // SIGTERM, and waits until it is gone.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    bool runs();
    void kill();      // SIGKILL, and waits
    int waitForEnd(); // its exit status; -1: a signal ended it

    // CPU so far, of it and what it started, children that run included.
    double cpu_s() const;
    // Resident memory now, of the same, without what they share twice (PSS).
    double memory_MB() const;

  private:
    std::vector<pid_t> family() const;

    pid_t m_pid;
    bool m_ended = false;
    int m_status = 0;
};

// What the program prints on standard output. Ends the bench where it fails.
std::string outputOf(const std::vector<std::string>& command);

// Says why, and ends the bench.
[[noreturn]] void giveUp(const std::string& why);

} // namespace latchkey::bench
