#include "tests/bench/server/event_loop.h"
#include "tests/bench/server/nuisances.h"
#include "tests/bench/server/sections.h"
#include "tests/bench/server/server_under_test.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

} // namespace

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

} // namespace latchkey::bench
