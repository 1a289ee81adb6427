// What the server can do, beside what the machine can do at all: all sides in one run, one table.
//
//   latchkey_bench_server [SECTION]...     front, kiosks, abuse, approvals, users, nodes,
//                                          tls; none: all
//
// On a machine with nothing else to do. The clients run on it, too, and take their part of its processors.
#include "tests/bench/server/process.h"
#include "tests/bench/server/sections.h"

#include <algorithm>
#include <set>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

using namespace latchkey::bench;

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
