// What is SQLite's own: the file, and what an earlier program has left in it.
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/logins.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <sqlite3.h>

using namespace latchkey;

namespace {

Result<std::unique_ptr<Database>, std::string> open(const std::filesystem::path& path) {
    return Database::open({SqliteFile{path}});
}

// Runs SQL behind the program's back.
void runSql(const std::filesystem::path& file, const char* sql) {
    sqlite3* connection = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &connection), SQLITE_OK);
    char* problem = nullptr;
    QVERIFY2(sqlite3_exec(connection, sql, nullptr, nullptr, &problem) == SQLITE_OK, problem);
    sqlite3_close(connection);
}

} // namespace

class TestSqliteFile : public QObject {
    Q_OBJECT

  private slots:
    void isMadeForItsOwnerAlone() {
        const TemporaryFolder folder;
        const auto path = folder.file("a \"quoted\" folder/latchkey.db");
        QVERIFY(open(path));
        using std::filesystem::perms;
        const perms others = perms::group_all | perms::others_all;
        QVERIFY((std::filesystem::status(path).permissions() & others) == perms::none);
        QVERIFY((std::filesystem::status(path.parent_path()).permissions() & others) == perms::none);
    }

    void saysWhyItCannotBeOpened() {
        const TemporaryFolder folder;
        folder.write("file", "x");
        const auto inside = open(folder.file("file") / "latchkey.db");
        QVERIFY(!inside);
        QVERIFY2(inside.error().find("cannot be") != std::string::npos, inside.error().c_str());
        const auto garbage = open(folder.write("garbage.db", std::string(5000, 'x')));
        QVERIFY(!garbage);
        QVERIFY2(garbage.error().find("not a database") != std::string::npos, garbage.error().c_str());
    }

    void bringsADatabaseOfAnEarlierProgramUpToDate() {
        const TemporaryFolder folder;
        const auto path = folder.file("x.db");
        QVERIFY(open(path));
        runSql(path, "DELETE FROM schema_version WHERE version > 1;" // back to version 1
                     "DROP TABLE changes; DROP TABLE user_groups; DROP INDEX audit_by_user;"
                     "DROP TABLE passkeys; DROP TABLE scans; DROP TABLE invitations; DROP TABLE typed_codes;"
                     "DROP TABLE facts; ALTER TABLE devices DROP COLUMN pending;"
                     "ALTER TABLE logins DROP COLUMN burnt; ALTER TABLE logins DROP COLUMN address;"
                     "INSERT INTO users VALUES ('u1', 'Ada', NULL, 1, 5);"
                     "INSERT INTO devices VALUES ('d1', 'u1', 'address', 'x', '', 1, NULL);"
                     "INSERT INTO logins VALUES ('s1', 'u1', 'd1', NULL, 1, 2000000000, NULL);");
        const auto database = open(path);
        QVERIFY2(database, database ? "" : database.error().c_str());
        (*database)->read([](Transaction& t) {
            QVERIFY(!devices::find(t, DeviceId("d1"))->pending);
            const auto login = logins::find(t, SessionId("s1"));
            QVERIFY(login && login->burnt.empty() && login->activeAt(Instant(std::chrono::seconds(5))));
        });
        QVERIFY(open(path)); // and is left alone from then on
    }
};

QTEST_APPLESS_MAIN(TestSqliteFile)
#include "tst_sqlite_file.moc"
