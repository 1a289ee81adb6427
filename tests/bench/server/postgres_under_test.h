// A PostgreSQL server for a measurement, that waits for its disk as an operator's does: in a temporary
// folder, on a socket in it and no port.
#pragma once

#include "tests/bench/server/process.h"
#include "tests/support/temporary_folder.h"

#include <memory>
#include <string>

namespace latchkey::bench {

class PostgresUnderTest {
  public:
    // Ends the bench where it does not come up.
    PostgresUnderTest();

    Process& process() { return *m_process; }
    // An empty database, as --database takes it.
    std::string makeDatabase(const std::string& name) const;

  private:
    TemporaryFolder m_folder;
    std::unique_ptr<Process> m_process;
};

} // namespace latchkey::bench
