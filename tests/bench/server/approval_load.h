// Phones that approve codes, each code once. The codes are asked for and signed first, before anything is
// measured. Every answer is checked for what it has to say.
#pragma once

#include "tests/bench/server/http_connection.h"
#include "tests/support/test_wallet.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace latchkey::bench {

struct ApprovalLoad {
    // Servers of the same sessions, each with as many approvals as the others.
    std::vector<std::uint16_t> ports;
    std::size_t approvals = 0;
    std::size_t phones = 32; // at a time, on all servers together
    double perSecond = 0;    // 0: as fast as they are answered
    // Each code's screen holds a poll meanwhile: at another server than its phone's, where there is another.
    bool screensWait = false;
};

struct ApprovalFigures {
    double perSecond = 0;
    std::vector<double> answer_ms;            // of each approval, since it was sent
    std::vector<double> unlock_ms;            // the screen's poll answered, since the approval was sent
    std::vector<double> unlockSinceAnswer_ms; // the same, since the approval was answered
};

// Ends the bench where an answer is wrong, or does not come.
class Approvals {
  public:
    // Has the codes made and signed, and the screens wait.
    Approvals(const ApprovalLoad& load, const std::vector<TestWallet>& wallets);
    ~Approvals();
    Approvals(const Approvals&) = delete;
    Approvals& operator=(const Approvals&) = delete;

    // Once.
    ApprovalFigures measure();

  private:
    class Run;
    std::unique_ptr<Run> m_run;
};

} // namespace latchkey::bench
