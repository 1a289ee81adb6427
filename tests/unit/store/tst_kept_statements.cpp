// SQLite's statements are prepared once, and nobody notices.
#include "server/store/forwarding_backend.h"
#include "server/store/kept_statements.h"
#include "tests/support/temporary_folder.h"

#include <QTest>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace latchkey;

namespace {

sqlite_api::sqlite3* connectionOf(soci::session& session) {
    auto& behind = static_cast<ForwardingSession*>(session.get_backend())->behind();
    return static_cast<soci::sqlite3_session_backend&>(behind).conn_;
}

int statementsOf(soci::session& session) {
    int count = 0;
    sqlite_api::sqlite3_stmt* statement = nullptr;
    while ((statement = sqlite_api::sqlite3_next_stmt(connectionOf(session), statement))) ++count;
    return count;
}

struct File {
    File() { first << "CREATE TABLE words (number INTEGER UNIQUE, word TEXT)"; }

    std::string connectString() const { return "dbname=" + folder.file("words.db").string(); }

    TemporaryFolder folder;
    soci::session first{sqliteWithKeptStatements(), connectString()};
    soci::session other{sqliteWithKeptStatements(), connectString()};
};

void insert(soci::session& session, int number, const std::string& word, soci::indicator given = soci::i_ok) {
    session << "INSERT INTO words (number, word) VALUES (:number, :word)", soci::use(number),
        soci::use(word, given);
}

int count(soci::session& session) {
    int rows = 0;
    session << "SELECT COUNT(*) FROM words", soci::into(rows);
    return rows;
}

QStringList words(soci::session& session, int from) {
    soci::rowset<soci::row> rows =
        (session.prepare << "SELECT word FROM words WHERE number >= :from ORDER BY number", soci::use(from));
    QStringList words;
    for (const soci::row& row : rows)
        words +=
            row.get_indicator(0) == soci::i_null ? "null" : QString::fromStdString(row.get<std::string>(0));
    return words;
}

} // namespace

class TestKeptStatements : public QObject {
    Q_OBJECT

  private slots:
    void preparesAStatementOnce() {
        File file;
        insert(file.first, 1, "one");
        const int before = statementsOf(file.first);
        insert(file.first, 2, "two");
        insert(file.first, 3, "three");
        QCOMPARE(statementsOf(file.first), before);
        sqlite_api::sqlite3_stmt* statement =
            sqlite_api::sqlite3_next_stmt(connectionOf(file.first), nullptr);
        QCOMPARE(sqlite_api::sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 0), 3);
    }

    void bindsOtherValuesEachTime() {
        File file;
        insert(file.first, 1, "one");
        insert(file.first, 2, "", soci::i_null);
        insert(file.first, 3, "three");
        QCOMPARE(words(file.first, 1), QStringList({"one", "null", "three"}));
        QCOMPARE(words(file.first, 3), QStringList({"three"}));
        QCOMPARE(words(file.first, 4), QStringList());
    }

    void runsTheSameStatementInsideOfItself() {
        File file;
        for (const int number : {1, 2, 3}) insert(file.first, number, std::to_string(number));
        soci::rowset<soci::row> rows = (file.first.prepare << "SELECT number FROM words ORDER BY number");
        QList<int> seen;
        for (const soci::row& row : rows) {
            soci::rowset<soci::row> again =
                (file.first.prepare << "SELECT number FROM words ORDER BY number");
            seen += row.get<int>(0) * 10 + again.begin()->get<int>(0);
        }
        QCOMPARE(seen, QList<int>({11, 21, 31}));
    }

    // A statement in the middle of its rows would keep the connection at what it has seen.
    void seesWhatOthersStoreAfterAQueryThatWasNotReadToItsEnd() {
        File file;
        file.first << "PRAGMA journal_mode = WAL";
        insert(file.first, 1, "one");
        insert(file.first, 2, "two");
        int number = 0;
        file.first << "SELECT number FROM words ORDER BY number", soci::into(number);
        insert(file.other, 3, "three");
        QCOMPARE(count(file.first), 3);
    }

    void goesOnAfterARefusal() {
        File file;
        insert(file.first, 1, "one");
        QVERIFY_THROWS_EXCEPTION(soci::soci_error, insert(file.first, 1, "again"));
        insert(file.first, 2, "two");
        QCOMPARE(words(file.first, 1), QStringList({"one", "two"}));
    }

    // The library words its error with the values that were bound.
    void saysWhatCannotBePrepared() {
        File file;
        const int number = 1;
        for (int i = 0; i < 2; ++i) {
            QVERIFY_THROWS_EXCEPTION(
                soci::soci_error,
                (file.first << "INSERT INTO nowhere (number) VALUES (:number)", soci::use(number, "number")));
        }
        insert(file.first, 1, "one");
        QCOMPARE(words(file.first, 1), QStringList({"one"}));
    }

    void followsAChangeOfTheSchema() {
        File file;
        insert(file.first, 1, "one");
        QCOMPARE(count(file.first), 1);
        file.other << "ALTER TABLE words ADD COLUMN language TEXT NOT NULL DEFAULT 'en'";
        file.other << "CREATE INDEX words_by_word ON words (word)";
        insert(file.first, 2, "two");
        QCOMPARE(words(file.first, 1), QStringList({"one", "two"}));
        file.other << "DROP TABLE words";
        QVERIFY_THROWS_EXCEPTION(soci::soci_error, insert(file.first, 3, "three"));
    }

    void actsOnAPragmaEachTime() {
        File file;
        for (const char* pragma :
             {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON"})
            file.first << pragma;
        int on = 0;
        file.first << "PRAGMA foreign_keys", soci::into(on);
        QCOMPARE(on, 1);
    }

    // The last one to close the file takes its log away, unless a statement is left.
    void leavesNoStatementBehindWhenItIsClosed() {
        File file;
        file.first << "PRAGMA journal_mode = WAL";
        insert(file.first, 1, "one");
        QCOMPARE(count(file.other), 1);
        file.first.close();
        QVERIFY(std::filesystem::exists(file.folder.file("words.db-wal")));
        file.other.close();
        QVERIFY(!std::filesystem::exists(file.folder.file("words.db-wal")));
    }
};

QTEST_GUILESS_MAIN(TestKeptStatements)
#include "tst_kept_statements.moc"
