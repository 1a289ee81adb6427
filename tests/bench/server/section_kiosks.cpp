#include "tests/bench/server/event_loop.h"
#include "tests/bench/server/kiosk_fleet.h"
#include "tests/bench/server/nuisances.h"
#include "tests/bench/server/sections.h"
#include "tests/bench/server/server_under_test.h"

#include <cstdio>
#include <vector>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto kFleetTime = 60s;
constexpr auto kSettles = 5s; // after the fleet is up
constexpr auto kIdleTime = 10s;
constexpr std::size_t kFullFleet = 10'000;
constexpr double kApprovalsOfFullFleet = 20; // a second

struct FleetCost {
    double cpu_percent = 0; // of one processor
    double memory_MB = 0;
    // Of the same server, which has served a few, while nobody is there.
    double idleCpu_percent = 0;
    double idleMemory_MB = 0;
    double latenessP99_ms = 0;
    double unlockP99_ms = 0;
};

void printErrors(const FleetFigures& figures) {
    for (const auto& [what, times] : figures.errors)
        std::fprintf(stderr, "  %d times: %s\n", times, what.c_str());
}

// Has it do everything once: what that takes from then on is no kiosk's own part.
void serveAFew(const ServerUnderTest& server, const std::vector<TestWallet>& wallets) {
    EventLoop loop;
    KioskFleet few(loop, {server.port()}, wallets);
    few.start(kUsers, 1s);
    loop.runUntil(Clock::now() + 2s);
    few.approve(10);
    loop.runUntil(Clock::now() + 4s);
    printErrors(few.figures());
}

double cpuOver(const Process& process, EventLoop& loop, Clock::duration time) {
    const double before_s = process.cpu_s();
    loop.runUntil(Clock::now() + time);
    return 100 * (process.cpu_s() - before_s) / std::chrono::duration<double>(time).count();
}

FleetCost measureFleet(Table& table, std::size_t kiosks, std::size_t nuisances) {
    ServerUnderTest server;
    const auto wallets = server.enrol(kUsers);
    serveAFew(server, wallets);
    FleetCost cost;
    EventLoop loop;
    cost.idleCpu_percent = cpuOver(server.process(), loop, kIdleTime);
    cost.idleMemory_MB = server.process().memory_MB();
    KioskFleet fleet(loop, {server.port()}, wallets);
    Nuisances others(loop, server.port());
    fleet.start(kiosks);
    others.add(Nuisances::Kind::Silent, nuisances);
    others.add(Nuisances::Kind::Dripping, nuisances);
    loop.runUntil(Clock::now() + KioskFleet::kCodeTime + kSettles);
    std::string name = std::to_string(kiosks) + " kiosks";
    if (nuisances > 0) name += " beside " + std::to_string(2 * nuisances) + " silent and dripping";
    table.add(name + ", all show a code", "yes", fleet.allShowCodes() ? "yes" : "no",
              fleet.allShowCodes() ? Table::Verdict::Met : Table::Verdict::Missed);
    fleet.approve(kApprovalsOfFullFleet * static_cast<double>(kiosks) / kFullFleet);
    fleet.reset();
    cost.cpu_percent = cpuOver(server.process(), loop, kFleetTime);
    cost.memory_MB = server.process().memory_MB();
    const FleetFigures& figures = fleet.figures();
    cost.latenessP99_ms = quantile(figures.lateness_ms, 0.99);
    cost.unlockP99_ms = quantile(figures.unlock_ms, 0.99);
    printErrors(figures);
    std::fprintf(stderr, "%s: %zu polls, %zu codes, %zu unlocks in %s s; late p50 %s ms, unlock p50 %s ms\n",
                 name.c_str(), figures.polls, figures.codes, figures.unlocks,
                 shown(std::chrono::duration<double>(kFleetTime).count()).c_str(),
                 shown(quantile(figures.lateness_ms, 0.5)).c_str(),
                 shown(quantile(figures.unlock_ms, 0.5)).c_str());
    table.atMost(name + ", kinds of errors", 0, static_cast<double>(figures.errors.size()), "");
    table.atMost(name + ", poll answered after its due time, p99", 20, cost.latenessP99_ms, " ms");
    table.atMost(name + ", approval to the waiting kiosk, p99", 20, cost.unlockP99_ms, " ms");
    table.add(name + ", of the same by the clients' own lateness in reading, p99 (not in the figures above)",
              "", shown(quantile(figures.ownLag_ms, 0.99)) + " ms", Table::Verdict::NoGoal);
    table.atMost(name + ", CPU, of one processor", 60, cost.cpu_percent, " %");
    table.atMost(name + ", memory", 150, cost.memory_MB, " MB");
    return cost;
}

// As after a power cut. From then on, all of them poll in step.
void measureHerd(Table& table) {
    ServerUnderTest server;
    const auto wallets = server.enrol(kUsers);
    EventLoop loop;
    KioskFleet fleet(loop, {server.port()}, wallets);
    const auto begin = Clock::now();
    fleet.start(kFullFleet, 0s);
    loop.runUntil(begin + 30s, [&] { return fleet.allShowCodes(); });
    const double up_s = std::chrono::duration<double>(Clock::now() - begin).count();
    loop.runUntil(Clock::now() + 15s);
    printErrors(fleet.figures());
    const std::string name = std::to_string(kFullFleet) + " kiosks that come up at once";
    table.atMost(name + ", all show a code after", 5, up_s, " s");
    table.atMost(name + ", kinds of errors", 0, static_cast<double>(fleet.figures().errors.size()), "");
    table.add(name + ", all polls due at once, answered after that, p50 and p99", "",
              shown(quantile(fleet.figures().lateness_ms, 0.5)) + " and " +
                  shown(quantile(fleet.figures().lateness_ms, 0.99)) + " ms",
              Table::Verdict::NoGoal);
}

} // namespace

void measureKiosks(Table& table) {
    measureHerd(table);
    const FleetCost full = measureFleet(table, kFullFleet, 0);
    for (const std::size_t kiosks : {std::size_t{1'000}, std::size_t{100}}) {
        const FleetCost fewer = measureFleet(table, kiosks, 0);
        const double part = static_cast<double>(kiosks) / kFullFleet;
        const std::string name = "a kiosk's cost with " + std::to_string(kiosks) + ", of that with 10,000: ";
        table.atMost(name + "CPU above an idle server's", 120,
                     100 * (fewer.cpu_percent - fewer.idleCpu_percent) / part /
                         (full.cpu_percent - full.idleCpu_percent),
                     " %");
        table.atMost(name + "memory above an idle server's", 120,
                     100 * (fewer.memory_MB - fewer.idleMemory_MB) / part /
                         (full.memory_MB - full.idleMemory_MB),
                     " %");
    }
    const FleetCost beset = measureFleet(table, kFullFleet, 1'000);
    table.atMost("beset, of undisturbed: CPU", 110, 100 * beset.cpu_percent / full.cpu_percent, " %");
    table.atMost("beset, of undisturbed: memory", 110, 100 * beset.memory_MB / full.memory_MB, " %");
    table.atMost("beset, of undisturbed: lateness p99", 110, 100 * beset.latenessP99_ms / full.latenessP99_ms,
                 " %");
    table.atMost("beset, of undisturbed: unlock p99", 110, 100 * beset.unlockP99_ms / full.unlockP99_ms,
                 " %");
}

} // namespace latchkey::bench
