#include "tests/bench/server/approval_load.h"
#include "tests/bench/server/sections.h"
#include "tests/bench/server/server_under_test.h"

#include <secp256k1.h>
#include <secp256k1_recovery.h>

#include <array>
#include <cstdio>
#include <vector>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto kBareTime = 1s;
constexpr int kTurns = 8;
constexpr std::size_t kApprovals = 4'000; // a turn
constexpr std::size_t kPhones = 128;      // as many as the server serves side by side

// Signatures that one processor can recover the key of in a second, with the library alone.
double bareRecoveries() {
    secp256k1_context* context = secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY);
    std::array<unsigned char, 32> key{}, message{};
    key.fill(1);
    message.fill(2);
    secp256k1_ecdsa_recoverable_signature signature;
    secp256k1_ecdsa_sign_recoverable(context, &signature, message.data(), key.data(), nullptr, nullptr);
    std::size_t recovered = 0;
    const auto end = Clock::now() + kBareTime;
    while (Clock::now() < end) {
        secp256k1_pubkey found;
        recovered +=
            static_cast<std::size_t>(secp256k1_ecdsa_recover(context, &found, &signature, message.data()));
    }
    secp256k1_context_destroy(context);
    return static_cast<double>(recovered) / std::chrono::duration<double>(kBareTime).count();
}

} // namespace

// In turns, so that a machine that is slow for a while is slow for both.
void measureApprovals(Table& table) {
    ServerUnderTest server;
    const auto wallets = server.enrol(kUsers);
    std::vector<double> rates, bareRates, parts_percent;
    double cpu_s = 0;
    for (int turn = 0; turn < kTurns; ++turn) {
        Approvals approvals({.ports = {server.port()}, .approvals = kApprovals, .phones = kPhones}, wallets);
        const double before_s = server.process().cpu_s();
        rates.push_back(approvals.measure().perSecond);
        cpu_s += server.process().cpu_s() - before_s;
        bareRates.push_back(bareRecoveries());
        parts_percent.push_back(100 * rates.back() / bareRates.back());
    }
    std::fprintf(stderr,
                 "approvals: %s/s, %s us of a processor each; bare recoveries of a key %s/s (medians); the "
                 "part in the worst and the best turn %s and %s %%\n",
                 shown(quantile(rates, 0.5)).c_str(), shown(1e6 * cpu_s / (kTurns * kApprovals)).c_str(),
                 shown(quantile(bareRates, 0.5)).c_str(), shown(quantile(parts_percent, 0)).c_str(),
                 shown(quantile(parts_percent, 1)).c_str());
    table.atLeast("approvals (SQLite, durable), of one processor's bare recoveries", 50,
                  quantile(parts_percent, 0.5), " %");
}

} // namespace latchkey::bench
