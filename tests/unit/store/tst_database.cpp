#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/users.h"
#include "tests/support/own_database.h"
#include "tests/support/problem_with.h"
#include "tests/support/show_strings.h"

#include <QElapsedTimer>
#include <QTest>
#include <soci/soci.h>

#include <atomic>
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>

using namespace latchkey;

namespace {

User user(const std::string& id) {
    return {UserId(id), "Ada", "", true, Instant(std::chrono::seconds(5))};
}

std::size_t count(Database& database) {
    return database.read([](Transaction& transaction) { return users::all(transaction).size(); });
}

// A database that is read and takes no writes, for as long as this lives.
class NoWrites {
  public:
    NoWrites(const OwnDatabase& storage, Database& database) : m_storage(storage) {
        if (OwnDatabase::onPostgres()) {
            storage.run("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                        "$$ BEGIN RAISE 'no space left' USING ERRCODE = 'disk_full'; END $$;"
                        "CREATE TRIGGER refuse BEFORE INSERT ON users EXECUTE FUNCTION refuse();"
                        "CREATE TRIGGER refuse BEFORE INSERT ON facts EXECUTE FUNCTION refuse();");
            return;
        }
        m_other = storage.open();
        database.maintain(
            [](Transaction& transaction) { transaction.session() << "PRAGMA busy_timeout = 0"; });
        m_writer = std::jthread([this] {
            m_other->maintain([this](Transaction&) {
                m_locked.release();
                m_end.acquire();
            });
        });
        m_locked.acquire();
    }
    ~NoWrites() {
        OwnDatabase::onPostgres() ? m_storage.run("DROP FUNCTION refuse() CASCADE") : m_end.release();
    }

  private:
    const OwnDatabase& m_storage;
    std::unique_ptr<Database> m_other;
    std::binary_semaphore m_locked{0}, m_end{0};
    std::jthread m_writer;
};

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

  private slots:
    void countsReadsWritesAndWhatFailed() {
        const OwnDatabase storage;
        const auto database = storage.open();
        const auto before = database->tally().all();
        count(*database);
        count(*database);
        QVERIFY_EXCEPTION_THROWN(database->write([](Transaction&) -> void { throw 1; }), int);
        for (const char* table : {"passkeys", "user_groups", "invitations", "devices", "users"})
            storage.run(std::string("DROP TABLE ") + table + (OwnDatabase::onPostgres() ? " CASCADE" : ""));
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

    void keepsWhatWasWrittenWhenItIsOpenedAgain() {
        const OwnDatabase storage;
        storage.open()->write([](Transaction& t) { users::insert(t, user("u1")); });
        QCOMPARE(count(*storage.open()), std::size_t(1));
    }

    void aWriteThatThrowsLeavesNothing() {
        const OwnDatabase storage;
        const auto database = storage.open();
        try {
            database->write([](Transaction& t) {
                users::insert(t, user("u1"));
                throw 7;
            });
            QFAIL("it threw nothing");
        } catch (int thrown) {
            QCOMPARE(thrown, 7);
        }
        QCOMPARE(count(*database), std::size_t(0));
        QVERIFY_EXCEPTION_THROWN(database->write([](Transaction& t) {
            users::insert(t, user("u1"));
            users::insert(t, user("u1"));
        }),
                                 DatabaseError);
        QCOMPARE(count(*database), std::size_t(0));
    }

    // Each counts the users and adds one with that number: a number that two have given is refused.
    void writesOfSeveralProcessesAreAsIfOneCameAfterTheOther() {
        constexpr int kEach = 25;
        const OwnDatabase storage;
        const auto one = storage.open();
        const auto other = storage.open();
        const auto add = [](Transaction& t) {
            users::insert(t, user("u" + std::to_string(users::all(t).size())));
        };
        std::vector<std::string> problems(4);
        {
            std::vector<std::jthread> writers;
            for (Database* database : {one.get(), one.get(), other.get(), other.get()}) {
                writers.emplace_back([&add, database, &problem = problems[writers.size()]] {
                    for (int i = 0; i < kEach && problem.empty(); ++i)
                        problem = problemWith([&] { database->write(add); });
                });
            }
        }
        for (const std::string& problem : problems) QCOMPARE(problem, std::string());
        QCOMPARE(count(*one), std::size_t(4 * kEach));
    }

    // Two whose reads and writes cross: what each has read was not changed by the other when both are stored.
    void neitherOfTwoDecidesByWhatTheOtherIsChanging() {
        const OwnDatabase storage;
        const auto database = storage.open();
        database->write([](Transaction& t) {
            users::insert(t, user("u1"));
            users::insert(t, user("u2"));
        });
        // Each is disabled only if the other is not: one has to stay.
        const auto disable = [&](const char* id, const char* another) {
            return problemWith([&] {
                database->write([&](Transaction& t) {
                    if (users::find(t, UserId(another))->enabled) users::setEnabled(t, UserId(id), false);
                });
            });
        };
        for (int i = 0; i < 20; ++i) {
            std::string one, other;
            {
                const std::jthread first([&] { one = disable("u1", "u2"); });
                const std::jthread second([&] { other = disable("u2", "u1"); });
            }
            QCOMPARE(one + other, std::string());
            database->write([](Transaction& t) {
                QVERIFY(users::find(t, UserId("u1"))->enabled != users::find(t, UserId("u2"))->enabled);
                for (const char* id : {"u1", "u2"}) users::setEnabled(t, UserId(id), true);
            });
        }
    }

    void whoeverAlwaysComesSecondIsToldThatItIsBusy() {
        if (!OwnDatabase::onPostgres()) QSKIP("SQLite has one writer at a time");
        const OwnDatabase storage;
        const auto ours = storage.open();
        const auto theirs = storage.open();
        ours->write([](Transaction& t) { users::insert(t, user("u1")); });
        bool lost = false;
        ours->onLost([&](const std::string&) { lost = true; });
        bool enabled = true;
        const auto change = [&](Transaction& t) { users::setEnabled(t, UserId("u1"), enabled = !enabled); };
        const auto comeSecond = [&](Transaction& t) {
            (void)users::find(t, UserId("u1"));
            theirs->write(change);
            change(t);
        };
        QVERIFY_EXCEPTION_THROWN(ours->write(comeSecond), DatabaseBusy);
        QVERIFY(!lost);
    }

    // One that hangs must not have everybody's threads wait for it.
    void whoeverAsksOneThatAnswersNobodyIsToldAtOnce() {
        if (!OwnDatabase::onPostgres()) QSKIP("SQLite makes no one wait who reads");
        constexpr int kMany = 16; // more than there are connections
        const OwnDatabase storage;
        const auto database = storage.open();
        const auto timeToRefusal = [&] {
            QElapsedTimer timer;
            timer.start();
            try {
                count(*database);
            } catch (const DatabaseUnavailable&) {
                return timer.elapsed();
            }
            return qint64(-1);
        };
        std::latch end(1);
        std::counting_semaphore<> refused(0);
        std::atomic<int> reading = 0;
        std::vector<std::jthread> others;
        for (int i = 0; i < kMany; ++i) {
            others.emplace_back([&] {
                try {
                    database->read([&](Transaction&) {
                        ++reading;
                        end.wait();
                    });
                } catch (const DatabaseUnavailable&) { // some are, which have waited
                    refused.release();
                }
            });
        }
        refused.acquire();
        const qint64 atOnce_ms = timeToRefusal();
        end.count_down();
        others.clear();
        QVERIFY(reading > 0 && reading < kMany);
        // Who waits does so for two seconds.
        QVERIFY2(atOnce_ms >= 0 && atOnce_ms < 1'900, qPrintable(QString::number(atOnce_ms)));
        QCOMPARE(count(*database), std::size_t(0));
    }

    void aReadSeesOneStateOfTheData() {
        const OwnDatabase storage;
        const auto database = storage.open();
        database->read([&](Transaction& t) {
            QCOMPARE(users::all(t).size(), std::size_t(0));
            storage.open()->write([](Transaction& other) { users::insert(other, user("u1")); });
            QCOMPARE(users::all(t).size(), std::size_t(0));
        });
        QCOMPARE(count(*database), std::size_t(1));
    }

    // Others' changes are found by their numbers.
    // As one whose disk is full.
    void oneThatIsReadAndTakesNoWritesIsLostUntilItDoesBoth() {
        const OwnDatabase storage;
        const auto database = storage.open();
        std::vector<std::string> told;
        database->onLost([&](const std::string&) { told.emplace_back("lost"); });
        database->onBack([&] { told.emplace_back("back"); });
        const auto write = [&](const std::string& id) {
            database->write([&](Transaction& transaction) { users::insert(transaction, user(id)); });
        };
        database->tryWriting();
        QCOMPARE(database->tally().all().writes.time.count(), std::uint64_t(0)); // nothing to find out
        {
            const NoWrites condition(storage, *database);
            for (const char* id : {"u1", "u2"}) {
                QVERIFY_EXCEPTION_THROWN(write(id), DatabaseUnavailable);
                QCOMPARE(count(*database), std::size_t(0));
                QVERIFY(!database->takesWrites());
            }
            database->tryWriting();
            QVERIFY(!database->takesWrites());
            QCOMPARE(told, std::vector<std::string>({"lost"}));
        }
        database->tryWriting();
        QVERIFY(database->takesWrites());
        QCOMPARE(count(*database), std::size_t(0));
        QCOMPARE(told, std::vector<std::string>({"lost", "back"}));
        write("u1");
        QCOMPARE(told.size(), std::size_t(2));
    }

    void refusesNumbersThatAreHandedOutInBlocks() {
        if (!OwnDatabase::onPostgres()) QSKIP("SQLite has no sequences");
        const OwnDatabase storage;
        storage.open();
        storage.run("ALTER SEQUENCE changes_id_seq CACHE 100");
        const auto refused = Database::open(*DatabaseLocation::parse(storage.text()));
        QVERIFY(!refused);
        QVERIFY2(refused.error().find("blocks of 100") != std::string::npos, refused.error().c_str());
        const std::size_t fix = refused.error().find("ALTER SEQUENCE");
        storage.run(refused.error().substr(fix, refused.error().find(" (", fix) - fix));
        QVERIFY(Database::open(*DatabaseLocation::parse(storage.text())));
    }

    // A pooler may give the next transaction another connection.
    void leavesNoStatementWithPostgreSqlUnlessItRunsManyTimes() {
        if (!OwnDatabase::onPostgres()) QSKIP("SQLite has no server");
        const OwnDatabase storage;
        const auto database = storage.open();
        const auto count = [](Transaction& transaction) {
            long long prepared = -1;
            soci::statement query =
                (transaction.session().prepare << "SELECT COUNT(*) FROM pg_prepared_statements",
                 soci::into(prepared));
            query.execute(true);
            return prepared;
        };
        QCOMPARE(database->read(count), 0);
        QCOMPARE(database->write(count), 0);
        database->maintain([&](Transaction& transaction) { QCOMPARE(count(transaction), 1); });
        QCOMPARE(database->read(count), 0);
    }

    void severalProcessesMayMakeItsTablesAtOnce() {
        for (int round = 0; round < (OwnDatabase::onPostgres() ? 3 : 30); ++round) {
            const OwnDatabase storage;
            if (OwnDatabase::onPostgres()) storage.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            {
                std::latch start(4);
                std::vector<std::jthread> programs;
                for (int i = 0; i < 4; ++i)
                    programs.emplace_back([&] {
                        start.arrive_and_wait();
                        storage.open();
                    });
            }
            QCOMPARE(count(*storage.open()), std::size_t(0));
        }
    }

    void refusesADatabaseOfALaterProgram() {
        const OwnDatabase storage;
        storage.open();
        storage.run("INSERT INTO schema_version VALUES (999)");
        const auto database = Database::open(*DatabaseLocation::parse(storage.text()));
        QVERIFY(!database);
        QVERIFY2(database.error().find("version 999") != std::string::npos, database.error().c_str());
    }

    void enforcesForeignKeys() {
        const OwnDatabase storage;
        const auto database = storage.open();
        QVERIFY_EXCEPTION_THROWN(database->write([](Transaction& t) {
            devices::insert(t, {DeviceId("d1"), UserId("u1"), "address", "x", "", {}, std::nullopt});
        }),
                                 DatabaseError);
        database->write([](Transaction& t) {
            users::insert(t, user("u1"));
            devices::insert(t, {DeviceId("d1"), UserId("u1"), "address", "x", "", {}, std::nullopt});
            users::remove(t, UserId("u1"));
            QVERIFY(devices::all(t).empty());
        });
    }
};

QTEST_APPLESS_MAIN(TestDatabase)
#include "tst_database.moc"
