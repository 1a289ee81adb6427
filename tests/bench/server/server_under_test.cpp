#include "tests/bench/server/server_under_test.h"

#include "common/wire.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

constexpr int kTries = 300; // a tenth of a second each

} // namespace

ServerUnderTest::ServerUnderTest(const std::vector<std::string>& arguments, std::string database)
    : m_database(database.empty() ? "sqlite3:" + m_folder.file("latchkey.db").string()
                                  : std::move(database)) {
    const bool tls = std::ranges::find(arguments, "--tls-cert") != arguments.end();
    std::vector<std::string> command{LATCHKEY_SERVER_PROGRAM,
                                     "serve",
                                     "--listen",
                                     "127.0.0.1:0",
                                     "--database",
                                     m_database,
                                     "--announce",
                                     "no",
                                     "--max-connections-per-address",
                                     "16384"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    m_process = std::make_unique<Process>(command, folder() + "/log");
    waitUntilItListens();
    m_url = (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(m_port);
}

void ServerUnderTest::waitUntilItListens() {
    constexpr std::string_view mark = " server.listening ";
    for (int i = 0; i < kTries && m_process->runs(); ++i) {
        std::ifstream log(folder() + "/log");
        for (std::string line; std::getline(log, line);) {
            const std::size_t at = line.find(" port=");
            if (line.find(mark) == std::string::npos || at == std::string::npos) continue;
            m_port = static_cast<std::uint16_t>(std::stoi(line.substr(at + 6)));
            return;
        }
        std::this_thread::sleep_for(100ms);
    }
    std::ifstream log(folder() + "/log");
    std::ostringstream said;
    said << log.rdbuf();
    giveUp("the server does not come up: " + said.str());
}

std::string ServerUnderTest::pollTarget() const {
    const auto code = QrCodeAnswer::parse(outputOf({"curl", "-sk", url() + "/api/getqrcode?sid=null"}));
    if (!code) giveUp("getqrcode: " + code.error());
    return "/api/checkfast?sid=" + code->sid.reveal();
}

std::string ServerUnderTest::administer(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), LATCHKEY_SERVER_PROGRAM);
    arguments.insert(arguments.end(), {"--database", m_database});
    return outputOf(arguments);
}

std::vector<TestWallet> ServerUnderTest::enrol(std::size_t users) const {
    std::vector<TestWallet> wallets;
    for (std::size_t i = 0; i < users; ++i) {
        wallets.emplace_back(static_cast<int>(i) + 1);
        const std::string name = "User " + std::to_string(i + 1);
        administer({"user", "add", name});
        administer({"device", "add", name, "--address", wallets.back().address()});
    }
    return wallets;
}

} // namespace latchkey::bench
