// Writes that gather while a commit is under way: in one transaction, and each with its own end.
#include "server/store/group_commit.h"
#include "server/store/users.h"
#include "tests/support/eventually.h"
#include "tests/support/own_database.h"

#include <QTest>
#include <soci/soci.h>

#include <atomic>
#include <latch>
#include <mutex>
#include <semaphore>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace latchkey;

namespace {

const Engine::Work kNothing = [](Transaction&) {};

User user(int number) {
    return {UserId("u" + std::to_string(number)), "Ada", "", true, Instant(std::chrono::seconds(5))};
}

// The batches' sizes where so many come while the first one runs.
std::vector<std::size_t> batchesWith(std::size_t others) {
    std::vector<std::size_t> sizes;
    std::binary_semaphore firstRuns(0), goOn(0);
    GroupCommit commits([&](const GroupCommit::Batch& batch) {
        sizes.push_back(batch.size());
        if (sizes.size() > 1) return;
        firstRuns.release();
        goOn.acquire();
    });
    std::vector<std::jthread> writers;
    writers.emplace_back([&] { commits.write(kNothing); });
    firstRuns.acquire();
    for (std::size_t i = 0; i < others; ++i) writers.emplace_back([&] { commits.write(kNothing); });
    if (!eventually([&] { return commits.waiting() == others; })) qFatal("they do not wait");
    goOn.release();
    writers.clear();
    return sizes;
}

} // namespace

class TestGroupCommit : public QObject {
    Q_OBJECT

  private slots:
    void whatGathersMeanwhileIsOneBatch() { QCOMPARE(batchesWith(10), std::vector<std::size_t>({1, 10})); }

    void aBatchHasAnEnd() { QCOMPARE(batchesWith(200), std::vector<std::size_t>({1, 128, 72})); }

    // As long as writes keep coming, too.
    void whoWantsToBeAloneHasItsTurn() {
        std::vector<std::string> order; // by one at a time
        std::binary_semaphore firstRuns(0), goOn(0);
        GroupCommit commits([&](const GroupCommit::Batch& batch) {
            order.push_back(std::to_string(batch.size()));
            if (order.size() > 1) return;
            firstRuns.release();
            goOn.acquire();
        });
        std::vector<std::jthread> threads;
        threads.emplace_back([&] { commits.write(kNothing); });
        firstRuns.acquire();
        std::size_t waiting = 0;
        const auto comes = [&](const std::function<void()>& call) {
            threads.emplace_back(call);
            ++waiting;
            if (!eventually([&] { return commits.waiting() == waiting; })) qFatal("it does not wait");
        };
        comes([&] { commits.write(kNothing); });
        comes([&] { commits.write(kNothing); });
        comes([&] { commits.alone([&] { order.emplace_back("alone"); }); });
        comes([&] { commits.write(kNothing); });
        goOn.release();
        threads.clear();
        QCOMPARE(order, std::vector<std::string>({"1", "2", "alone", "1"}));
    }

    void eachGetsWhatItsWorkThrew() {
        GroupCommit commits([](const GroupCommit::Batch& batch) {
            for (GroupCommit::Pending* pending : batch) pending->thrown = std::make_exception_ptr(7);
        });
        QVERIFY_EXCEPTION_THROWN(commits.write(kNothing), int);
        QVERIFY_EXCEPTION_THROWN(commits.alone([] { throw 'x'; }), char);
        bool ran = false;
        commits.alone([&] { ran = true; }); // who threw keeps nobody out
        QVERIFY(ran);
    }

    // The odd ones throw after they have written, with a statement that fails or by themselves.
    void oneThatFailsTakesNothingWithIt() {
        const OwnDatabase storage;
        const auto database = storage.open();
        constexpr int writers = 40;
        std::atomic<int> stored = 0, thrown = 0, failed = 0;
        {
            std::latch together(writers);
            std::vector<std::jthread> threads;
            for (int i = 0; i < writers; ++i) {
                threads.emplace_back([&, i] {
                    together.arrive_and_wait();
                    try {
                        database->write([&](Transaction& transaction) {
                            users::insert(transaction, user(i));
                            if (i % 4 == 1) throw i;
                            if (i % 4 == 3) users::insert(transaction, user(i));
                        });
                        ++stored;
                    } catch (int) {
                        ++thrown;
                    } catch (const DatabaseError&) {
                        ++failed;
                    }
                });
            }
        }
        QCOMPARE(stored, writers / 2);
        QCOMPARE(thrown, writers / 4);
        QCOMPARE(failed, writers / 4);
        const auto all =
            storage.open()->read([](Transaction& transaction) { return users::all(transaction); });
        QCOMPARE(all.size(), std::size_t(writers / 2));
        for (const User& found : all) QVERIFY(std::stoi(found.id.text().substr(1)) % 2 == 0);
    }

    void whoRefusesBeforeItHasWrittenLetsTheOthersBe() {
        const OwnDatabase storage;
        const auto database = storage.open();
        constexpr int writers = 40;
        std::atomic<int> runs = 0, stored = 0;
        {
            std::latch together(writers);
            std::vector<std::jthread> threads;
            for (int i = 0; i < writers; ++i) {
                threads.emplace_back([&, i] {
                    together.arrive_and_wait();
                    try {
                        database->write([&](Transaction& transaction) {
                            ++runs;
                            if (users::find(transaction, UserId("nobody")) || i % 2 == 1) throw i;
                            users::insert(transaction, user(i));
                        });
                        ++stored;
                    } catch (int thrown) {
                        if (thrown != i) qFatal("it is told of another one's end");
                    }
                });
            }
        }
        QCOMPARE(runs, writers);
        QCOMPARE(stored, writers / 2);
        const auto all =
            storage.open()->read([](Transaction& transaction) { return users::all(transaction); });
        QCOMPARE(all.size(), std::size_t(writers / 2));
    }

    // SQLite undoes the whole transaction by itself then.
    void whereTheDiskIsFullEachIsToldWhatBecameOfIts() {
        const OwnDatabase storage;
        const auto database = storage.open();
        const auto leaveRoomFor = [&](int more) {
            database->maintain([&](Transaction& transaction) {
                int pages = 0;
                transaction.session() << "PRAGMA page_count", soci::into(pages);
                transaction.session() << "PRAGMA max_page_count = " + std::to_string(pages + more);
            });
        };
        constexpr int writers = 40;
        const auto writeAll = [&] {
            std::set<std::string> stored;
            std::mutex mutex; // guards stored
            std::latch together(writers);
            std::vector<std::jthread> threads;
            for (int i = 0; i < writers; ++i) {
                threads.emplace_back([&, i] {
                    User one = user(i);
                    one.name.assign(3'000, 'x'); // some of them have room
                    together.arrive_and_wait();
                    try {
                        database->write([&](Transaction& transaction) {
                            if (!users::find(transaction, one.id)) users::insert(transaction, one);
                        });
                        const std::lock_guard lock(mutex);
                        stored.insert(one.id.text());
                    } catch (const DatabaseUnavailable&) {
                    }
                });
            }
            threads.clear();
            return stored;
        };
        const auto found = [&] {
            std::set<std::string> ids;
            for (const User& one : database->read([](Transaction& t) { return users::all(t); }))
                ids.insert(one.id.text());
            return ids;
        };
        leaveRoomFor(12);
        const auto stored = writeAll();
        QVERIFY(stored.size() < writers);
        QCOMPARE(found(), stored);
        leaveRoomFor(10'000);
        QCOMPARE(writeAll().size(), std::size_t(writers));
        QCOMPARE(found().size(), std::size_t(writers));
    }
};

QTEST_GUILESS_MAIN(TestGroupCommit)
#include "tst_group_commit.moc"
