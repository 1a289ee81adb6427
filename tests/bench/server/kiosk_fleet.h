// Many kiosks, as FAST's display client behaves: each asks for a code every 30 s, holds a poll for 5 s again
// and again, and once its code is approved shows the dashboard and signs out. Phones approve codes at a
// steady rate meanwhile. Every answer is checked for what it has to say.
#pragma once

#include "common/wire.h"
#include "tests/bench/server/http_connection.h"
#include "tests/support/test_wallet.h"

#include <deque>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace latchkey::bench {

// What was seen since reset().
struct FleetFigures {
    std::size_t polls = 0;
    std::size_t codes = 0;
    std::size_t unlocks = 0;
    std::vector<double> lateness_ms;   // of each poll without news: its answer after its due time
    std::vector<double> unlock_ms;     // from sending an approval to the answer of the kiosk's poll
    std::vector<double> ownLag_ms;     // of each poll: its answer, after it had come, waited for this program
    std::map<std::string, int> errors; // what was wrong, how often
};

class KioskFleet {
  public:
    // wallets: of enrolled users; they have to outlive it. ports: each kiosk and each phone goes to one after
    // the other, as a load balancer without sticky sessions would send them.
    KioskFleet(EventLoop& loop, std::vector<std::uint16_t> ports, const std::vector<TestWallet>& wallets);
    ~KioskFleet();

    // A code's time: come up evenly over it, they ask for codes evenly from then on.
    static constexpr std::chrono::seconds kCodeTime{30};
    // One after the other within that time; 0: all at once, as after a power cut.
    void start(std::size_t kiosks, Clock::duration within = kCodeTime);
    bool allShowCodes() const;
    void approve(double perSecond);

    void reset() { m_figures = {}; }
    const FleetFigures& figures() const { return m_figures; }

  private:
    class Kiosk;
    class Phone;

    void approveOne();
    std::uint16_t nextPort() { return m_ports[m_nextPort++ % m_ports.size()]; }
    void wrong(const std::string& what) { ++m_figures.errors[what]; }

    EventLoop& m_loop;
    const std::vector<std::uint16_t> m_ports;
    std::size_t m_nextPort = 0;
    std::vector<std::unique_ptr<Kiosk>> m_kiosks;
    std::vector<std::unique_ptr<Phone>> m_phones;
    std::minstd_rand m_random{1}; // the same in every run
    Clock::duration m_approveEvery{};
    Clock::time_point m_nextApproval;
    FleetFigures m_figures;
};

} // namespace latchkey::bench
