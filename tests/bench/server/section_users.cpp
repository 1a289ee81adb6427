#include "tests/bench/server/approval_load.h"
#include "tests/bench/server/event_loop.h"
#include "tests/bench/server/many_users.h"
#include "tests/bench/server/sections.h"
#include "tests/bench/server/server_under_test.h"

#include <array>
#include <cstdio>
#include <memory>
#include <vector>

namespace latchkey::bench {

namespace {

std::vector<TestWallet> makeWallets(std::size_t count) {
    std::vector<TestWallet> wallets;
    for (std::size_t i = 0; i < count; ++i) wallets.emplace_back(static_cast<int>(i) + 1);
    return wallets;
}

struct ApprovalRounds {
    std::vector<double> perSecond;
    std::vector<double> answer_ms;
};

} // namespace

// Server beside server, in turns, so that a machine that is slow for a while is slow for both.
void measureUsers(Table& table) {
    constexpr int rounds = 6;
    constexpr std::array<std::size_t, 2> sizes{1'000, 1'000'000};
    const auto wallets = makeWallets(500);
    const TemporaryFolder folder;
    std::vector<std::unique_ptr<ServerUnderTest>> servers;
    for (const std::size_t users : sizes) {
        const std::string database = "sqlite3:" + folder.file(std::to_string(users) + ".db").string();
        const auto begin = Clock::now();
        enrolAmongMany(database, users, wallets);
        std::fprintf(stderr, "%zu users enrolled in %s s\n", users,
                     shown(std::chrono::duration<double>(Clock::now() - begin).count()).c_str());
        servers.push_back(std::make_unique<ServerUnderTest>(
            std::vector<std::string>{"--key-file", folder.file("server.key").string()}, database));
    }
    std::array<ApprovalRounds, sizes.size()> all;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const std::size_t which = (i + static_cast<std::size_t>(round)) % sizes.size();
            const auto figures =
                Approvals({.ports = {servers[which]->port()}, .approvals = 2'000}, wallets).measure();
            all[which].perSecond.push_back(figures.perSecond);
            all[which].answer_ms.insert(all[which].answer_ms.end(), figures.answer_ms.begin(),
                                        figures.answer_ms.end());
        }
    }
    const auto& [few, many] = all;
    const double fewRate = quantile(few.perSecond, 0.5), manyRate = quantile(many.perSecond, 0.5);
    const double fewP99_ms = quantile(few.answer_ms, 0.99), manyP99_ms = quantile(many.answer_ms, 0.99);
    std::fprintf(stderr, "approvals with 1,000 users: %s/s, p99 %s ms; with 1,000,000: %s/s, p99 %s ms\n",
                 shown(fewRate).c_str(), shown(fewP99_ms).c_str(), shown(manyRate).c_str(),
                 shown(manyP99_ms).c_str());
    table.atLeast("approvals a second with 1,000,000 users, of those with 1,000", 90,
                  100 * manyRate / fewRate, " %");
    table.atMost("an approval's time with 1,000,000 users, p99, of that with 1,000", 110,
                 100 * manyP99_ms / fewP99_ms, " %");
}

} // namespace latchkey::bench
