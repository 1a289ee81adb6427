#include "tests/bench/server/postgres_under_test.h"

#include <chrono>
#include <filesystem>
#include <thread>
#include <unistd.h>
#include <vector>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

constexpr int kTries = 300; // a tenth of a second each

// PostgreSQL refuses to run as root. Whoever changes the user has to say anew that it ends with the bench.
std::vector<std::string> program(const std::string& name, const std::vector<std::string>& arguments) {
    std::vector<std::string> command;
    if (::geteuid() == 0)
        command = {"setpriv",        "--reuid=postgres", "--regid=postgres",
                   "--clear-groups", "--pdeathsig",      "TERM"};
    command.push_back(LATCHKEY_POSTGRES_PROGRAMS "/" + name);
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

} // namespace

PostgresUnderTest::PostgresUnderTest() {
    const std::string folder = m_folder.path().string();
    if (::geteuid() == 0) outputOf({"chown", "postgres:", folder});
    const std::string data = folder + "/data";
    outputOf(program("initdb", {"--pgdata=" + data, "--username=latchkey", "--auth=trust", "--encoding=UTF8",
                                "--locale=C.UTF-8"}));
    m_process = std::make_unique<Process>(program("postgres", {"-D", data, "-c", "listen_addresses=", "-c",
                                                               "unix_socket_directories=" + folder}),
                                          folder + "/log");
    // Its last line says "ready" once it takes connections.
    for (int i = 0; i < kTries && m_process->runs(); ++i) {
        if (contentOf(data + "/postmaster.pid").find("ready") != std::string::npos) return;
        std::this_thread::sleep_for(100ms);
    }
    giveUp("PostgreSQL does not come up: " + contentOf(folder + "/log"));
}

std::string PostgresUnderTest::makeDatabase(const std::string& name) const {
    const std::string folder = m_folder.path().string();
    outputOf(program("createdb", {"--host=" + folder, "--username=latchkey", "--template=template0", name}));
    std::string host;
    for (const char character : folder) character == '/' ? host += "%2F" : host += character;
    return "postgresql://latchkey@" + host + "/" + name;
}

} // namespace latchkey::bench
