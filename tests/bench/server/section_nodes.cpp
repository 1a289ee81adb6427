#include "tests/bench/server/approval_load.h"
#include "tests/bench/server/event_loop.h"
#include "tests/bench/server/postgres_under_test.h"
#include "tests/bench/server/sections.h"
#include "tests/bench/server/server_under_test.h"

#include <cstdio>
#include <ctime>
#include <memory>
#include <thread>
#include <vector>

namespace latchkey::bench {

namespace {

// On the same database, with the same key: any of them takes any request.
class Nodes {
  public:
    Nodes(std::size_t count, const std::string& database, const std::string& keyFile) {
        for (std::size_t i = 0; i < count; ++i)
            m_servers.push_back(std::make_unique<ServerUnderTest>(
                std::vector<std::string>{"--key-file", keyFile, "--public-url", "http://lobby.example.org"},
                database));
    }

    std::vector<std::uint16_t> ports() const {
        std::vector<std::uint16_t> ports;
        for (const auto& server : m_servers) ports.push_back(server->port());
        return ports;
    }
    std::vector<TestWallet> enrol() const { return m_servers.front()->enrol(kUsers); }
    double cpu_s() const {
        double total_s = 0;
        for (const auto& server : m_servers) total_s += server->process().cpu_s();
        return total_s;
    }

  private:
    std::vector<std::unique_ptr<ServerUnderTest>> m_servers;
};

// What the processors did while approvals were given as fast as they were answered.
struct Shares {
    double perSecond = 0;
    double elapsed_s = 0;
    double servers_s = 0, postgres_s = 0, clients_s = 0; // of processors
};

double ownCpu_s() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// The rate is a mean over rounds.
ApprovalFigures addFlatOut(Shares& shares, Approvals& approvals, const Nodes& nodes, const Process& postgres,
                           int rounds) {
    const auto begin = Clock::now();
    const double servers_s = nodes.cpu_s(), postgres_s = postgres.cpu_s(), clients_s = ownCpu_s();
    ApprovalFigures figures = approvals.measure();
    shares.perSecond += figures.perSecond / rounds;
    shares.servers_s += nodes.cpu_s() - servers_s;
    shares.postgres_s += postgres.cpu_s() - postgres_s;
    shares.clients_s += ownCpu_s() - clients_s;
    shares.elapsed_s += std::chrono::duration<double>(Clock::now() - begin).count();
    return figures;
}

std::string shownShares(const Shares& shares) {
    const auto percent = [&](double cpu_s) {
        const double all_s = shares.elapsed_s * std::thread::hardware_concurrency();
        return shown(100 * cpu_s / all_s) + " %";
    };
    return "servers " + percent(shares.servers_s) + ", PostgreSQL " + percent(shares.postgres_s) +
           ", clients " + percent(shares.clients_s);
}

// From the phone to the screen, each at another server.
struct Unlocks {
    std::vector<double> sinceSent_ms, sinceAnswered_ms;

    void add(const ApprovalFigures& figures) {
        sinceSent_ms.insert(sinceSent_ms.end(), figures.unlock_ms.begin(), figures.unlock_ms.end());
        sinceAnswered_ms.insert(sinceAnswered_ms.end(), figures.unlockSinceAnswer_ms.begin(),
                                figures.unlockSinceAnswer_ms.end());
    }
};

} // namespace

void measureNodes(Table& table) {
    constexpr int rounds = 3;
    constexpr double steadily = 50; // approvals a second
    PostgresUnderTest postgres;
    const TemporaryFolder folder;
    const std::string keyFile = folder.file("server.key").string();
    Shares one, three;
    Unlocks quiet, busy, later;
    for (int round = 0; round < rounds; ++round) {
        for (const std::size_t count : {1, 3}) {
            // Each on an empty database: what one has left is nothing for the next to read.
            const std::string name = "round_" + std::to_string(round) + "_" + std::to_string(count);
            const Nodes nodes(count, postgres.makeDatabase(name), keyFile);
            const auto wallets = nodes.enrol();
            const auto steady = [&](Unlocks& unlocks) {
                if (count == 1) return;
                unlocks.add(Approvals({.ports = nodes.ports(),
                                       .approvals = 500,
                                       .perSecond = steadily,
                                       .screensWait = true},
                                      wallets)
                                .measure());
            };
            steady(quiet);
            Approvals flatOut({.ports = nodes.ports(), .approvals = 1'500, .screensWait = true}, wallets);
            const auto figures =
                addFlatOut(count == 1 ? one : three, flatOut, nodes, postgres.process(), rounds);
            if (count > 1) busy.add(figures);
            steady(later);
        }
    }
    std::fprintf(
        stderr,
        "approvals: one server %s/s, three %s/s; at %s/s the poll at another node: since sent p50 %s ms, "
        "since answered p50 %s ms; flat out: since sent p50 %s ms\n",
        shown(one.perSecond).c_str(), shown(three.perSecond).c_str(), shown(steadily).c_str(),
        shown(quantile(quiet.sinceSent_ms, 0.5)).c_str(),
        shown(quantile(quiet.sinceAnswered_ms, 0.5)).c_str(),
        shown(quantile(busy.sinceSent_ms, 0.5)).c_str());
    // The machine is one, and its processors are the bound: so no goal, and who had them.
    table.add("approvals a second on three servers, of those on one (PostgreSQL, durable)", "",
              shown(100 * three.perSecond / one.perSecond) +
                  " %; of the processors then: " + shownShares(three) + "; on one: " + shownShares(one),
              Table::Verdict::NoGoal);
    table.atMost("approval to the kiosk that waits at another node, p99", 30,
                 quantile(quiet.sinceSent_ms, 0.99), " ms");
    table.atMost("the same, since the approval was answered, p99", 30, quantile(quiet.sinceAnswered_ms, 0.99),
                 " ms");
    // Of processors that are all taken: how long whatever is next waits for its turn.
    table.add("the same, while approvals are given as fast as they are answered, p50 and p99", "",
              shown(quantile(busy.sinceAnswered_ms, 0.5)) + " and " +
                  shown(quantile(busy.sinceAnswered_ms, 0.99)) + " ms",
              Table::Verdict::NoGoal);
    table.atMost("approval to the kiosk at another node, right after that, p99", 30,
                 quantile(later.sinceSent_ms, 0.99), " ms");
}

} // namespace latchkey::bench
