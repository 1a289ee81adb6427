// A database that cannot do what it is asked any more, under a server that runs.
#pragma once

#include <QTest>

#include <filesystem>
#include <sqlite3.h>

namespace latchkey {

// Takes the table of the logins away behind the server's back. Fails the test where that does not work.
inline void breakDatabase(const std::filesystem::path& file) {
    sqlite3* connection = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &connection), SQLITE_OK);
    char* problem = nullptr;
    sqlite3_busy_timeout(connection, 30'000);
    QVERIFY2(sqlite3_exec(connection, "DROP TABLE logins", nullptr, nullptr, &problem) == SQLITE_OK, problem);
    sqlite3_close(connection);
}

} // namespace latchkey
