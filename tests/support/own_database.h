// An empty database of a test's own, gone in the end. It is on the engine that CTest has the program run for:
// a test that is called ….postgresql has LATCHKEY_TEST_POSTGRES, the file that says where the server is.
#pragma once

#include "server/store/database.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/temporary_folder.h"

#include <memory>
#include <optional>
#include <string>

namespace latchkey {

class OwnDatabase {
  public:
    // What new databases on PostgreSQL are copies of.
    static constexpr const char* kTemplate = "latchkey_template";

    OwnDatabase();
    ~OwnDatabase();
    OwnDatabase(const OwnDatabase&) = delete;
    OwnDatabase& operator=(const OwnDatabase&) = delete;

    static bool onPostgres();

    // As --database takes it.
    std::string text() const;
    std::unique_ptr<Database> open() const;
    // All that is stored, in some form that has every text as it is.
    std::string content() const;
    // Runs a statement behind the program's back.
    void run(const std::string& sql) const;

  private:
    TemporaryFolder m_folder;
    std::optional<PostgresCluster> m_cluster; // none: it is SQLite
    std::string m_name;
};

} // namespace latchkey
