// Two real servers on one PostgreSQL database: how long after an approval on one the held poll on the other
// is answered, and what many phones at the same time on both cost.
//   latchkey_bench_nodes [postgresql://…]     an empty database; without one, a server that does not wait for
//                                             its disk
#include "tests/support/postgres_cluster.h"
#include "tests/support/server_process.h"
#include "tests/support/wire_client.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <libpq-fe.h>
#include <limits>
#include <memory>
#include <mutex>
#include <thread>

using namespace latchkey;

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kApprovals = 300;
constexpr int kPhones = 8; // at the same time, on each server
constexpr std::chrono::seconds kBusyTime{10};
constexpr int kMostDeeds = 500; // of those that a server bounds by address: ScanService::kOpensPerMinute

void report(const char* what, std::vector<double> figures) {
    std::ranges::sort(figures);
    const auto at = [&](double share) {
        return figures[static_cast<std::size_t>(share * static_cast<double>(figures.size() - 1))];
    };
    std::printf("%-58s p50 %7.2f ms   p99 %7.2f ms   most %7.2f ms\n", what, at(0.5), at(0.99), at(1));
    std::fflush(stdout);
}

// Transactions that were turned back, of all that this database has had.
long long turnedBack(const std::string& uri) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(uri.c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(connection.get(),
               "SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()"),
        PQclear);
    return std::atoll(PQgetvalue(result.get(), 0, 0));
}

struct Nodes {
    explicit Nodes(const std::string& uri)
        : arguments{"--database",   QString::fromStdString(uri),
                    "--key-file",   QString::fromStdString(folder.file("server.key").string()),
                    "--public-url", "http://lobby.example.org"},
          one(arguments),
          other(arguments) {
        const QStringList database{"--database", QString::fromStdString(uri)};
        one.administer(QStringList{"user", "add", "Ada"} + database);
        one.administer(
            QStringList{"device", "add", "Ada", "--address", QString::fromStdString(ada.address())} +
            database);
    }

    TemporaryFolder folder;
    QStringList arguments;
    ServerProcess one;
    ServerProcess other;
    TestWallet ada;
};

void measurePolls(Nodes& nodes) {
    std::vector<double> sinceSent;
    std::vector<double> sinceAnswered;
    WireClient screen(nodes.one.port());
    WireClient phone(nodes.other.port());
    for (int i = 0; i < kApprovals; ++i) {
        const auto code = screen.freshCode();
        const auto payload = nodes.ada.payload(code.qr).toJson();
        Clock::time_point sent;
        Clock::time_point answered;
        std::jthread approving([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20)); // until the poll is held
            sent = Clock::now();
            phone.post("/fast", payload);
            answered = Clock::now();
        });
        screen.status(code.sid, "&wait=30");
        const auto told = Clock::now();
        approving.join();
        QCoreApplication::processEvents(); // the servers' logs are read: a full pipe would hold them up
        sinceSent.push_back(Milliseconds(told - sent).count());
        sinceAnswered.push_back(Milliseconds(told - answered).count());
    }
    report("held poll answered, since the approval was sent", sinceSent);
    report("held poll answered, since the approval was answered", sinceAnswered);
}

// What phones do all at the same time for a while, each again and again: returns whether all went well.
using Deed = std::function<bool(WireClient& phone)>;

void measureTogether(const char* what, Nodes& nodes, const std::string& uri, const Deed& deed,
                     int most = std::numeric_limits<int>::max()) {
    std::mutex mutex; // guards took
    std::vector<double> took;
    std::atomic<int> failed = 0;
    std::atomic<int> left = most;
    const long long before = turnedBack(uri);
    const auto end = Clock::now() + kBusyTime;
    {
        std::vector<std::jthread> phones;
        for (int i = 0; i < 2 * kPhones; ++i) {
            phones.emplace_back([&, i] {
                WireClient phone((i % 2 ? nodes.one : nodes.other).port());
                while (Clock::now() < end && left-- > 0) {
                    const auto begin = Clock::now();
                    if (!deed(phone)) ++failed;
                    const std::lock_guard lock(mutex);
                    took.push_back(Milliseconds(Clock::now() - begin).count());
                }
            });
        }
        while (Clock::now() < end && left > 0) QTest::qWait(10);
    }
    const auto count = took.size();
    report(what, std::move(took));
    std::this_thread::sleep_for(std::chrono::seconds(2)); // until PostgreSQL has added up
    std::printf("    %zu of them, %d failed; transactions that were run anew: %lld\n", count, failed.load(),
                turnedBack(uri) - before);
}

bool approve(const Nodes& nodes, WireClient& phone) {
    const auto code = phone.freshCode();
    return phone.approve(nodes.ada, code.qr).status == 200;
}

// The writes of the phone page: each looks for its session among logins and scans, and changes either.
bool openPickDecline(WireClient& phone) {
    const auto code = phone.freshCode();
    const auto post = [&](const char* path, const QJsonObject& body) {
        return phone.post(path, QJsonDocument(body).toJson().toStdString());
    };
    const auto scan =
        post("/api/phone/open", {{"challenge", QString::fromStdString(code.qr)}}).json()["scan"].toString();
    const auto number = phone.status(code.sid).json()["number"].toString();
    return post("/api/phone/pick", {{"scan", scan}, {"number", number}}).status == 200 &&
           post("/api/phone/decline", {{"scan", scan}}).status == 200;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    std::unique_ptr<PostgresCluster> cluster;
    if (argc < 2) cluster = std::make_unique<PostgresCluster>();
    const std::string uri = cluster ? cluster->uri("postgres") : argv[1];
    {
        Nodes nodes(uri);
        measurePolls(nodes);
        measureTogether("a code and its approval, 16 phones on two servers", nodes, uri,
                        [&](WireClient& phone) { return approve(nodes, phone); });
        measureTogether("a code, opened, picked and declined, 16 phones", nodes, uri, openPickDecline,
                        kMostDeeds);
    }
    if (cluster) cluster->remove();
    return 0;
}
