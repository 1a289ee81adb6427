#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/facts.h"
#include "server/store/groups.h"
#include "server/store/invitations.h"
#include "server/store/kiosks.h"
#include "server/store/logins.h"
#include "server/store/passkeys.h"
#include "server/store/scans.h"
#include "server/store/table_copy.h"
#include "server/store/typed_codes.h"
#include "server/store/users.h"
#include "tests/support/own_database.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <algorithm>
#include <sqlite3.h>

using namespace latchkey;

namespace {

constexpr int kAuditLines = 1234; // more than are read at once

Instant at(long long second) {
    return Instant(std::chrono::seconds(second));
}

// Something in every table; what may be absent is there and is not.
void fill(Database& database) {
    database.write([](Transaction& t) {
        users::insert(t, {UserId("u1"), "Ada \"Å\" Lovelace", "ada@example.org", true, at(1)});
        users::insert(t, {UserId("u2"), "Grace", "", false, at(2'000'000'000'000)});
        devices::insert(t, {DeviceId("d1"), UserId("u1"), "passkey", "cred", "", at(3), std::nullopt, true});
        devices::insert(t, {DeviceId("d2"), UserId("u1"), "address", "addr", "", at(3), std::nullopt});
        devices::revoke(t, DeviceId("d2"), at(4));
        passkeys::insert(t, {DeviceId("d1"), -257, "key", 4'000'000'000});
        for (const char* group : {"lab", "staff", "night"}) groups::add(t, UserId("u1"), group);
        groups::add(t, UserId("u2"), "lab");
        invitations::insert(t, {std::string(64, 'a'), UserId("u2"), at(5), at(6), std::nullopt});
        kiosks::insert(t, {KioskId("k1"), "Lobby", "", "hash", at(7)});
        logins::insert(t, {.sessionId = SessionId("s1"),
                           .userId = UserId("u1"),
                           .deviceId = DeviceId("d1"),
                           .kioskId = KioskId("k1"),
                           .approvedAt = at(8),
                           .expiresAt = at(9)});
        logins::insert(t, {.sessionId = SessionId("s2"), .endedAt = at(8), .burnt = "declined"});
        scans::put(t, {SessionId("s1"), "token", KioskId(), "qr", "42", at(10), at(11)});
        typed_codes::ask(t, {"BCDF-GHJK", "address", at(12), 1, {}});
        facts::put(t, facts::kPublicUrl, "http://a");
        for (int i = 0; i < kAuditLines; ++i)
            audit_log::append(t, {.at = at(i), .event = "test.event", .detail = std::to_string(i)});
    });
}

std::string query(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* connection = nullptr;
    std::string text;
    const auto add = [](void* to, int count, char** values, char**) {
        for (int i = 0; i < count; ++i) *static_cast<std::string*>(to) += values[i] ? values[i] : "NULL";
        *static_cast<std::string*>(to) += "\n";
        return 0;
    };
    if (sqlite3_open(file.c_str(), &connection) != SQLITE_OK ||
        sqlite3_exec(connection, sql.c_str(), add, &text, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), sqlite3_errmsg(connection));
    sqlite3_close(connection);
    return text;
}

std::unique_ptr<Database> fileDatabase(const std::filesystem::path& path) {
    return *Database::open({SqliteFile{path}});
}

// All that a file has, with the types of its values, read by SQLite itself.
std::string dump(const std::filesystem::path& file) {
    std::string text;
    for (const TableShape& table : copiedTables()) {
        std::string columns;
        for (const char* column : table.columns)
            columns += (columns.empty() ? "" : "||','||") + ("quote(" + std::string(column) + ")");
        text += query(file, "SELECT " + columns + " FROM " + table.name + " ORDER BY 1");
    }
    return text;
}

} // namespace

class TestTableCopy : public QObject {
    Q_OBJECT

  private slots:
    void everyTableIsCopiedWithEveryColumn() {
        const TemporaryFolder folder;
        fileDatabase(folder.file("x.db"));
        std::string names;
        std::vector<std::string> tables;
        for (const TableShape& table : copiedTables()) tables.push_back(table.name);
        for (const char* other : {"changes", "schema_version"}) tables.push_back(other); // made anew
        std::ranges::sort(tables);
        for (const std::string& table : tables) names += table + "\n";
        QCOMPARE(query(folder.file("x.db"),
                       "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                       "'sqlite_%' ORDER BY name"),
                 names);
        for (const TableShape& table : copiedTables()) {
            std::string columns;
            for (const char* column : table.columns) columns += std::string(column) + "\n";
            const std::string sql = "SELECT name FROM pragma_table_info('" + std::string(table.name) + "')";
            QCOMPARE(query(folder.file("x.db"), sql), columns);
        }
    }

    void whatIsCopiedThereAndBackIsTheSame() {
        const TemporaryFolder folder;
        const OwnDatabase own;
        const auto original = folder.file("original.db");
        const auto returned = folder.file("returned.db");
        fill(*fileDatabase(original));
        const auto database = own.open();
        const auto there = copyAll(*fileDatabase(original), *database, Existing::Refuse);
        QVERIFY2(there, there ? "" : there.error().c_str());
        QVERIFY(copyAll(*database, *fileDatabase(returned), Existing::Refuse));
        QVERIFY(dump(original).size() > 10'000);
        QCOMPARE(dump(returned), dump(original));
        const auto rows = std::ranges::find(*there, "audit", &CopiedTable::name)->rows;
        QCOMPARE(rows, static_cast<long long>(kAuditLines));
    }

    void theNumbersOfTheAuditTrailGoOn() {
        const TemporaryFolder folder;
        const OwnDatabase own;
        const auto original = fileDatabase(folder.file("original.db"));
        fill(*original);
        const auto database = own.open();
        QVERIFY(copyAll(*original, *database, Existing::Refuse));
        database->write([](Transaction& t) {
            audit_log::append(t, {.at = at(1), .event = "test.after"});
            const auto trail = audit_log::after(t, kAuditLines, at(0), 10);
            QCOMPARE(trail.size(), std::size_t(1));
            QCOMPARE(trail.front().event, std::string("test.after"));
        });
    }

    void aTargetThatHasDataIsLeftAsItIs() {
        const TemporaryFolder folder;
        const OwnDatabase own;
        const auto original = fileDatabase(folder.file("original.db"));
        fill(*original);
        const auto database = own.open();
        database->write([](Transaction& t) { users::insert(t, {UserId("u9"), "Mary", "", true, at(1)}); });
        const auto refused = copyAll(*original, *database, Existing::Refuse);
        QVERIFY(!refused);
        QVERIFY2(refused.error().find("users") != std::string::npos, refused.error().c_str());
        database->read([](Transaction& t) {
            QCOMPARE(users::all(t).size(), std::size_t(1));
            QVERIFY(audit_log::after(t, 0, at(0), 1).empty());
        });
        QVERIFY(copyAll(*original, *database, Existing::Replace));
        database->read([](Transaction& t) {
            QCOMPARE(users::all(t).size(), std::size_t(2));
            QVERIFY(!users::find(t, UserId("u9")));
        });
    }

    // What a server that ran on it once has told of itself is no data.
    void aTargetThatHasOnlyFactsIsEmpty() {
        const TemporaryFolder folder;
        const OwnDatabase own;
        const auto original = fileDatabase(folder.file("original.db"));
        fill(*original);
        const auto database = own.open();
        database->write([](Transaction& t) { facts::put(t, facts::kPublicUrl, "http://b"); });
        QVERIFY(copyAll(*original, *database, Existing::Refuse));
        database->read(
            [](Transaction& t) { QCOMPARE(*facts::find(t, facts::kPublicUrl), std::string("http://a")); });
    }
};

QTEST_APPLESS_MAIN(TestTableCopy)
#include "tst_table_copy.moc"
