#include "tests/bench/server/event_loop.h"
#include "tests/bench/server/http_connection.h"
#include "tests/bench/server/rivals.h"
#include "tests/bench/server/sections.h"
#include "tests/bench/server/server_under_test.h"

#include <memory>
#include <vector>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

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

} // namespace

void measureFront(Table& table) {
    const ServerUnderTest server;
    const std::string target = server.pollTarget();
    const Nginx nginx(server.url(), target);
    for (const int connections : {32, 1'000, 4'000}) {
        compareByWrk(table, "checkfast, " + std::to_string(connections) + " connections", 70,
                     server.url() + target, nginx.url() + target, connections, true);
    }
    compareByWrk(table, "checkfast, each on a new connection", 75, server.url() + target,
                 nginx.url() + target, 32, false);
    serveAll(table, server, target, 4'000);
    const double polls = wrk(server.url() + target, 32, kWrkSeconds).requestsPerSecond;
    const double codes = wrk(server.url() + "/api/getqrcode?sid=null", 32, kWrkSeconds).requestsPerSecond;
    table.atLeast("getqrcode, of checkfast", 50, 100 * codes / polls, " %");
}

} // namespace latchkey::bench
