// What the server can do, beside what the machine can do at all: all sides in one run, one table.
//
//   latchkey_bench_server [SECTION]...     front, kiosks, abuse, approvals, users, nodes,
//                                          tls; none: all
//
// On a machine with nothing else to do. The clients run on it, too, and take their part of its processors.
#include "tests/bench/server/approval_load.h"
#include "tests/bench/server/event_loop.h"
#include "tests/bench/server/kiosk_fleet.h"
#include "tests/bench/server/many_users.h"
#include "tests/bench/server/nuisances.h"
#include "tests/bench/server/postgres_under_test.h"
#include "tests/bench/server/rivals.h"
#include "tests/bench/server/server_under_test.h"
#include "tests/bench/server/table.h"
#include "tests/support/tls_files.h"

#include <secp256k1.h>
#include <secp256k1_recovery.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <set>
#include <sys/resource.h>
#include <thread>

using namespace latchkey;
using namespace latchkey::bench;
using namespace std::chrono_literals;

namespace {

constexpr int kWrkSeconds = 5;
constexpr auto kFleetTime = 60s;
constexpr auto kSettles = 5s; // after the fleet is up
constexpr auto kIdleTime = 10s;
constexpr std::size_t kUsers = 16;
constexpr std::size_t kFullFleet = 10'000;
constexpr double kApprovalsOfFullFleet = 20; // a second

double quantile(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

// A waiting session's poll.
std::string pollTarget(const ServerUnderTest& server) {
    const auto code =
        QrCodeAnswer::parse(outputOf({"curl", "-sk", server.url() + "/api/getqrcode?sid=null"}));
    if (!code) giveUp("getqrcode: " + code.error());
    return "/api/checkfast?sid=" + code->sid.reveal();
}

// ---- requests a second ----

void compare(Table& table, const std::string& measure, double goal_percent, const std::string& ours,
             const std::string& theirs, int connections, bool keepAlive) {
    // In turns, so that a machine that is slow for a while is slow for both.
    WrkFigures we, they;
    for (int turn = 0; turn < 2; ++turn) {
        for (auto [url, figures] : {std::pair(&theirs, &they), std::pair(&ours, &we)}) {
            const WrkFigures round = wrk(*url, connections, kWrkSeconds, keepAlive);
            figures->requestsPerSecond += round.requestsPerSecond / 2;
            figures->errors += round.errors;
        }
    }
    std::fprintf(stderr, "%s: %s/s, nginx %s/s, errors %s, nginx's %s\n", measure.c_str(),
                 shown(we.requestsPerSecond).c_str(), shown(they.requestsPerSecond).c_str(),
                 shown(we.errors).c_str(), shown(they.errors).c_str());
    table.atLeast(measure + ", of nginx", goal_percent, 100 * we.requestsPerSecond / they.requestsPerSecond,
                  " %");
    table.atMost(measure + ", errors", 0, we.errors, "");
}

// That nobody is left waiting: each of them asks once, and stays.
void serveAll(Table& table, const ServerUnderTest& server, const std::string& target,
              std::size_t connections) {
    EventLoop loop;
    std::vector<std::unique_ptr<HttpConnection>> clients;
    std::size_t served = 0;
    for (std::size_t i = 0; i < connections; ++i) {
        clients.push_back(std::make_unique<HttpConnection>(loop, server.port()));
        clients.back()->get(target,
                            [&](const HttpAnswer& answer) { served += answer.status == 200 ? 1 : 0; });
    }
    loop.runUntil(Clock::now() + 10s, [&] { return served == connections; });
    table.atLeast("of " + std::to_string(connections) + " that connect, ask once and stay, served",
                  static_cast<double>(connections), static_cast<double>(served), "");
}

void measureFront(Table& table) {
    const ServerUnderTest server;
    const std::string target = pollTarget(server);
    const Nginx nginx(server.url(), target);
    for (const int connections : {32, 1'000, 4'000}) {
        compare(table, "checkfast, " + std::to_string(connections) + " connections", 70,
                server.url() + target, nginx.url() + target, connections, true);
    }
    compare(table, "checkfast, each on a new connection", 75, server.url() + target, nginx.url() + target, 32,
            false);
    serveAll(table, server, target, 4'000);
    const double polls = wrk(server.url() + target, 32, kWrkSeconds).requestsPerSecond;
    const double codes = wrk(server.url() + "/api/getqrcode?sid=null", 32, kWrkSeconds).requestsPerSecond;
    table.atLeast("getqrcode, of checkfast", 50, 100 * codes / polls, " %");
}

// ---- kiosks ----

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

// ---- abuse ----

void measureAbuse(Table& table) {
    for (const auto& [name, kind] : {std::pair("endless header lines", Nuisances::Kind::EndlessHeader),
                                     std::pair("an endless chunked body", Nuisances::Kind::EndlessChunks)}) {
        ServerUnderTest server;
        const double rest_MB = server.process().memory_MB();
        EventLoop loop;
        Nuisances others(loop, server.port());
        others.add(kind, 100);
        double most_MB = rest_MB;
        for (int i = 0; i < 20; ++i) {
            loop.runUntil(Clock::now() + 500ms);
            most_MB = std::max(most_MB, server.process().memory_MB());
        }
        std::fprintf(stderr, "%s: %s MB sent\n", name, shown(others.sent_MB()).c_str());
        table.atMost(std::string("100 clients with ") + name + ", memory above rest", 20, most_MB - rest_MB,
                     " MB");
    }
}

// ---- approvals ----

// Signatures that one processor can recover the key of in a second, with the library alone.
double bareRecoveries() {
    secp256k1_context* context = secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY);
    std::array<unsigned char, 32> key{}, message{};
    key.fill(1);
    message.fill(2);
    secp256k1_ecdsa_recoverable_signature signature;
    secp256k1_ecdsa_sign_recoverable(context, &signature, message.data(), key.data(), nullptr, nullptr);
    std::size_t recovered = 0;
    const auto end = Clock::now() + 2s;
    while (Clock::now() < end) {
        secp256k1_pubkey found;
        recovered +=
            static_cast<std::size_t>(secp256k1_ecdsa_recover(context, &found, &signature, message.data()));
    }
    secp256k1_context_destroy(context);
    return static_cast<double>(recovered) / 2;
}

void measureApprovals(Table& table) {
    constexpr std::size_t count = 4'000;
    const double bare = bareRecoveries();
    ServerUnderTest server;
    Approvals approvals({.ports = {server.port()}, .approvals = count}, server.enrol(kUsers));
    const double before_s = server.process().cpu_s();
    const double rate = approvals.measure().perSecond;
    const double cpu_us = 1e6 * (server.process().cpu_s() - before_s) / count;
    std::fprintf(stderr, "approvals: %s/s, %s us of a processor each; bare recoveries of a key %s/s\n",
                 shown(rate).c_str(), shown(cpu_us).c_str(), shown(bare).c_str());
    table.atLeast("approvals (SQLite, durable), of one processor's bare recoveries", 50, 100 * rate / bare,
                  " %");
}

std::vector<TestWallet> makeWallets(std::size_t count) {
    std::vector<TestWallet> wallets;
    for (std::size_t i = 0; i < count; ++i) wallets.emplace_back(static_cast<int>(i) + 1);
    return wallets;
}

struct ApprovalRounds {
    std::vector<double> perSecond;
    std::vector<double> answer_ms;
};

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

// ---- several servers on one PostgreSQL ----

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

// ---- TLS ----

// Each with one request, since a session of TLS 1.3 can be resumed only after its client has read something.
double handshakesPerSecond(const std::string& url, const std::string& target, bool resumed) {
    const std::string said =
        outputOf({"openssl", "s_time", "-connect", url.substr(url.rfind('/') + 1), "-www", target,
                  resumed ? "-reuse" : "-new", "-time", std::to_string(kWrkSeconds)});
    // "1234 connections in 5 real seconds, …", behind a letter for each of them: r where it was resumed.
    const std::size_t end = said.find(" real seconds");
    const std::size_t line = said.rfind('\n', end) + 1;
    const double connections = std::strtod(said.c_str() + line, nullptr);
    const auto reused = static_cast<double>(std::count(said.begin(), said.end(), 'r'));
    if (resumed && reused < 0.9 * connections) giveUp(url + " resumes no sessions: " + said.substr(line));
    return connections / kWrkSeconds;
}

void measureTls(Table& table) {
    const TemporaryFolder folder;
    const auto files = writeFiles(folder, TestAuthority().issue());
    const std::string certificate = files.certificate.string();
    const std::string key = files.key.string();
    const ServerUnderTest server({"--tls-cert", certificate, "--tls-key", key});
    const std::string target = pollTarget(server);
    const Nginx nginx(server.url(), target,
                      "ssl_certificate " + certificate + "; ssl_certificate_key " + key +
                          "; ssl_session_cache shared:all:10m; ssl_protocols TLSv1.2 TLSv1.3;\n");
    for (const auto& [name, resumed] : {std::pair("new", false), std::pair("resumed", true)}) {
        double we = 0, they = 0;
        for (int turn = 0; turn < 2; ++turn) {
            they += handshakesPerSecond(nginx.url(), target, resumed);
            we += handshakesPerSecond(server.url(), target, resumed);
        }
        table.atLeast(std::string("TLS handshakes, ") + name + ", of nginx", 60, 100 * we / they, " %");
    }
    compare(table, "checkfast inside TLS, 32 connections", 60, server.url() + target, nginx.url() + target,
            32, true);
}

} // namespace

int main(int argc, char** argv) {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);

    const std::vector<std::pair<std::string, void (*)(Table&)>> sections{
        {"front", measureFront}, {"kiosks", measureKiosks},
        {"abuse", measureAbuse}, {"approvals", measureApprovals},
        {"users", measureUsers}, {"nodes", measureNodes},
        {"tls", measureTls}};
    const std::set<std::string> wanted(argv + 1, argv + argc);
    for (const std::string& name : wanted) {
        if (std::ranges::none_of(sections, [&](const auto& section) { return section.first == name; }))
            giveUp("\"" + name +
                   "\" is no section; write front, kiosks, abuse, approvals, users, nodes or tls");
    }
    Table table;
    for (const auto& [name, measure] : sections)
        if (wanted.empty() || wanted.contains(name)) measure(table);
    table.print();
    return 0;
}
