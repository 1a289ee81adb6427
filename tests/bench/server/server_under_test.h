// latchkey-server for a measurement: its own folder, a free port, some users with wallets.
#pragma once

#include "tests/bench/server/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_wallet.h"

#include <memory>
#include <string>
#include <vector>

namespace latchkey::bench {

class ServerUnderTest {
  public:
    // arguments: behind "serve". database: as --database takes it; empty: a file of its own. Ends the bench
    // where it does not come up.
    explicit ServerUnderTest(const std::vector<std::string>& arguments = {}, std::string database = {});

    Process& process() { return *m_process; }
    std::uint16_t port() const { return m_port; }
    std::string url() const { return m_url; }
    std::string folder() const { return m_folder.path().string(); }

    // The path and query of a waiting session's poll.
    std::string pollTarget() const;

    // Users, each with a wallet.
    std::vector<TestWallet> enrol(std::size_t users) const;

  private:
    std::string administer(std::vector<std::string> arguments) const;
    void waitUntilItListens();

    TemporaryFolder m_folder;
    std::string m_database;
    std::unique_ptr<Process> m_process;
    std::uint16_t m_port = 0;
    std::string m_url;
};

} // namespace latchkey::bench
