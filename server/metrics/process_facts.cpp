#include "server/metrics/process_facts.h"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace latchkey {

namespace {

double secondsOf(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// proc(5): fields by their number there, from the third on; the second is a name that may hold anything.
bool readStat(ProcessFacts& facts) {
    std::ifstream file("/proc/self/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto name = text.rfind(')');
    if (name == std::string::npos) return false;
    std::istringstream fields(text.substr(name + 1));
    std::string skipped;
    const auto skip = [&](int count) {
        while (count-- > 0) fields >> skipped;
    };
    std::uint64_t user = 0, kernel = 0, started = 0, pages = 0;
    skip(11); // 3 to 13
    fields >> user >> kernel;
    skip(4); // 16 to 19
    fields >> facts.threads;
    skip(1);
    fields >> started >> facts.virtualBytes >> pages;
    if (!fields) return false;
    const auto tick = static_cast<double>(::sysconf(_SC_CLK_TCK));
    facts.cpuSeconds = static_cast<double>(user + kernel) / tick;
    // Not by /proc/stat, which a service with ProcSubset=pid does not see.
    const double booted = secondsOf(CLOCK_REALTIME) - secondsOf(CLOCK_BOOTTIME);
    facts.startedAt = booted + static_cast<double>(started) / tick;
    facts.residentBytes = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return true;
}

bool readFiles(ProcessFacts& facts) {
    std::error_code error;
    for (std::filesystem::directory_iterator file("/proc/self/fd", error), end; !error && file != end;
         file.increment(error)) {
        ++facts.openFiles;
    }
    rlimit files{};
    if (error || ::getrlimit(RLIMIT_NOFILE, &files) != 0) return false;
    --facts.openFiles; // the folder itself
    facts.mostFiles = files.rlim_cur;
    return true;
}

} // namespace

std::optional<ProcessFacts> readProcessFacts() {
    ProcessFacts facts;
    if (!readStat(facts) || !readFiles(facts)) return std::nullopt;
    return facts;
}

} // namespace latchkey
