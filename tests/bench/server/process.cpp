#include "tests/bench/server/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace latchkey::bench {

namespace {

std::vector<char*> arguments(const std::vector<std::string>& command) {
    std::vector<char*> texts;
    for (const std::string& text : command) texts.push_back(const_cast<char*>(text.c_str()));
    texts.push_back(nullptr);
    return texts;
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

void giveUp(const std::string& why) {
    std::fprintf(stderr, "bench_server: %s\n", why.c_str());
    std::exit(1);
}

Process::Process(const std::vector<std::string>& command, const std::string& outputFile) {
    const auto texts = arguments(command);
    const pid_t parent = ::getpid();
    m_pid = ::fork();
    if (m_pid < 0) giveUp("cannot start " + command.front() + ": " + std::strerror(errno));
    if (m_pid > 0) return;
    ::prctl(PR_SET_PDEATHSIG, SIGTERM); // a bench that is stopped leaves nothing behind
    if (::getppid() != parent) ::_exit(127);
    const int output = ::open(outputFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::execvp(texts[0], texts.data());
    ::_exit(127);
}

Process::~Process() {
    if (!runs()) return;
    ::kill(m_pid, SIGTERM);
    waitForEnd();
}

bool Process::runs() {
    if (!m_ended && ::waitpid(m_pid, &m_status, WNOHANG) == m_pid) m_ended = true;
    return !m_ended;
}

void Process::kill() {
    if (!runs()) return;
    ::kill(m_pid, SIGKILL);
    waitForEnd();
}

int Process::waitForEnd() {
    if (!m_ended) ::waitpid(m_pid, &m_status, 0);
    m_ended = true;
    return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -1;
}

std::vector<pid_t> Process::family() const {
    std::vector<pid_t> all{m_pid};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string pid = std::to_string(all[i]);
        std::istringstream children(textOf("/proc/" + pid + "/task/" + pid + "/children"));
        for (pid_t child = 0; children >> child;) all.push_back(child);
    }
    return all;
}

// Of each thread, in nanoseconds: the first number in schedstat.
double Process::cpu_s() const {
    double total_ns = 0;
    for (const pid_t pid : family()) {
        std::error_code error;
        for (const auto& task :
             std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", error))
            total_ns += std::strtod(textOf(task.path() / "schedstat").c_str(), nullptr);
    }
    return total_ns / 1e9;
}

double Process::memory_MB() const {
    double total_kB = 0;
    for (const pid_t pid : family()) {
        std::istringstream lines(textOf("/proc/" + std::to_string(pid) + "/smaps_rollup"));
        for (std::string line; std::getline(lines, line);)
            if (line.starts_with("Pss:")) total_kB += std::strtod(line.c_str() + 4, nullptr);
    }
    return total_kB * 1024 / 1e6;
}

std::string outputOf(const std::vector<std::string>& command) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) giveUp(std::strerror(errno));
    const auto texts = arguments(command);
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execvp(texts[0], texts.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string output;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::read(ends[0], bytes.data(), bytes.size())) > 0;)
        output.append(bytes.data(), static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        giveUp(command.front() + " failed, or is not installed");
    return output;
}

} // namespace latchkey::bench
