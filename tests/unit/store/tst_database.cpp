#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/logins.h"
#include "server/store/schema.h"
#include "server/store/users.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <functional>
#include <sqlite3.h>

using namespace latchkey;

namespace {

User user(const std::string& id) {
    return {UserId(id), "Ada", "", true, Instant(std::chrono::seconds(5))};
}

// Runs SQL behind the program's back.
void runSql(const std::filesystem::path& file, const char* sql) {
    sqlite3* connection = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &connection), SQLITE_OK);
    char* problem = nullptr;
    QVERIFY2(sqlite3_exec(connection, sql, nullptr, nullptr, &problem) == SQLITE_OK, problem);
    sqlite3_close(connection);
}

std::size_t count(Database& database) {
    return database.read([](Transaction& transaction) { return users::all(transaction).size(); });
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

  private slots:
    void readsLocations() {
        QCOMPARE(DatabaseLocation::parse("sqlite3:/var/lib/x.db")->path.string(),
                 std::string("/var/lib/x.db"));
        QVERIFY(!DatabaseLocation::parse("sqlite3:"));
        QVERIFY(!DatabaseLocation::parse("/var/lib/x.db"));
        QVERIFY(!DatabaseLocation::parse("mysql:x"));
    }

    void countsReadsWritesAndWhatFailed() {
        const TemporaryFolder folder;
        const auto database = *Database::open({folder.file("latchkey.db")});
        const auto before = database->tally().all();
        count(*database);
        count(*database);
        QVERIFY_EXCEPTION_THROWN(database->write([](Transaction&) -> void { throw 1; }), int);
        runSql(folder.file("latchkey.db"), "DROP TABLE passkeys; DROP TABLE devices; DROP TABLE users");
        QVERIFY_EXCEPTION_THROWN(count(*database), DatabaseError);
        QVERIFY_EXCEPTION_THROWN(
            database->write([](Transaction& transaction) { users::insert(transaction, user("u")); }),
            DatabaseError);
        const auto after = database->tally().all();
        QCOMPARE(after.reads.time.count(), before.reads.time.count() + 3);
        QCOMPARE(after.reads.errors, std::uint64_t(1));
        QCOMPARE(after.writes.time.count(),
                 before.writes.time.count() + 2); // what the work throws is no error
        QCOMPARE(after.writes.errors, std::uint64_t(1));
    }

    void isMadeForItsOwnerAlone() {
        const TemporaryFolder folder;
        const auto path = folder.file("a \"quoted\" folder/latchkey.db");
        QVERIFY(Database::open({path}));
        using std::filesystem::perms;
        const perms others = perms::group_all | perms::others_all;
        QVERIFY((std::filesystem::status(path).permissions() & others) == perms::none);
        QVERIFY((std::filesystem::status(path.parent_path()).permissions() & others) == perms::none);
    }

    void saysWhyItCannotBeOpened() {
        const TemporaryFolder folder;
        folder.write("file", "x");
        const auto inside = Database::open({folder.file("file") / "latchkey.db"});
        QVERIFY(!inside);
        QVERIFY2(inside.error().find("cannot be") != std::string::npos, inside.error().c_str());
        const auto garbage = Database::open({folder.write("garbage.db", std::string(5000, 'x'))});
        QVERIFY(!garbage);
        QVERIFY2(garbage.error().find("not a database") != std::string::npos, garbage.error().c_str());
    }

    void keepsWhatWasWrittenWhenItIsOpenedAgain() {
        const TemporaryFolder folder;
        (*Database::open({folder.file("x.db")}))->write([](Transaction& t) { users::insert(t, user("u1")); });
        QCOMPARE(count(**Database::open({folder.file("x.db")})), std::size_t(1));
    }

    void aWriteThatThrowsLeavesNothing() {
        const TemporaryFolder folder;
        const auto database = Database::open({folder.file("x.db")});
        try {
            (*database)->write([](Transaction& t) {
                users::insert(t, user("u1"));
                throw 7;
            });
            QFAIL("it threw nothing");
        } catch (int thrown) {
            QCOMPARE(thrown, 7);
        }
        QCOMPARE(count(**database), std::size_t(0));
        QVERIFY_EXCEPTION_THROWN((*database)->write([](Transaction& t) {
            users::insert(t, user("u1"));
            users::insert(t, user("u1"));
        }),
                                 DatabaseError);
        QCOMPARE(count(**database), std::size_t(0));
    }

    void refusesADatabaseOfALaterProgram() {
        const TemporaryFolder folder;
        QVERIFY(Database::open({folder.file("x.db")}));
        runSql(folder.file("x.db"), "INSERT INTO schema_version VALUES (999)");
        const auto database = Database::open({folder.file("x.db")});
        QVERIFY(!database);
        QVERIFY2(database.error().find("version is 999") != std::string::npos ||
                     database.error().find("version 999") != std::string::npos,
                 database.error().c_str());
    }

    void bringsADatabaseOfAnEarlierProgramUpToDate() {
        const TemporaryFolder folder;
        const auto path = folder.file("x.db");
        QVERIFY(Database::open({path}));
        runSql(path, "DELETE FROM schema_version WHERE version > 1;" // back to version 1
                     "DROP TABLE user_groups; DROP INDEX audit_by_user;"
                     "DROP TABLE passkeys; DROP TABLE scans; DROP TABLE invitations; DROP TABLE typed_codes;"
                     "DROP TABLE facts; ALTER TABLE devices DROP COLUMN pending;"
                     "ALTER TABLE logins DROP COLUMN burnt; ALTER TABLE logins DROP COLUMN address;"
                     "INSERT INTO users VALUES ('u1', 'Ada', NULL, 1, 5);"
                     "INSERT INTO devices VALUES ('d1', 'u1', 'address', 'x', '', 1, NULL);"
                     "INSERT INTO logins VALUES ('s1', 'u1', 'd1', NULL, 1, 2000000000, NULL);");
        const auto database = Database::open({path});
        QVERIFY2(database, database ? "" : database.error().c_str());
        (*database)->read([](Transaction& t) {
            QVERIFY(!devices::find(t, DeviceId("d1"))->pending);
            const auto login = logins::find(t, SessionId("s1"));
            QVERIFY(login && login->burnt.empty() && login->activeAt(Instant(std::chrono::seconds(5))));
        });
        QVERIFY(Database::open({path})); // and is left alone from then on
    }

    void enforcesForeignKeys() {
        const TemporaryFolder folder;
        const auto path = folder.file("x.db");
        QVERIFY(Database::open({path}));
        QVERIFY(schemaVersion() >= 1);
        const auto database = Database::open({path});
        (*database)->write([](Transaction& t) { users::insert(t, user("u1")); });
        runSql(path, "INSERT INTO devices VALUES ('d1', 'u1', 'address', 'x', '', 1, NULL, 0)");
        (*database)->write([](Transaction& t) { users::remove(t, UserId("u1")); });
        runSql(path, "CREATE TABLE check_devices AS SELECT 1 / (SELECT count(*) = 0 FROM devices) AS ok");
    }

    void seesThatAnotherProcessChangedTheData() {
        const TemporaryFolder folder;
        const auto ours = Database::open({folder.file("x.db")});
        const auto theirs = Database::open({folder.file("x.db")});
        const auto before = (*ours)->foreignChanges();
        QCOMPARE((*ours)->foreignChanges(), before);
        (*theirs)->write([](Transaction& t) { users::insert(t, user("u1")); });
        const auto after = (*ours)->foreignChanges();
        QVERIFY(after != before);
        QCOMPARE(count(**ours), std::size_t(1));
        (*ours)->write([](Transaction& t) { users::insert(t, user("u2")); });
        QCOMPARE((*ours)->foreignChanges(), after);
        (*theirs)->write([](Transaction& t) { users::insert(t, user("u3")); });
        (*ours)->write([](Transaction& t) { users::insert(t, user("u4")); });
        QVERIFY((*ours)->foreignChanges() != after);
    }
};

QTEST_APPLESS_MAIN(TestDatabase)
#include "tst_database.moc"
