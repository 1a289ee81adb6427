#include "server/store/audit_log.h"
#include "server/store/change_feed.h"
#include "server/store/changes.h"
#include "server/store/database.h"
#include "server/store/groups.h"
#include "server/store/logins.h"
#include "server/store/scans.h"
#include "server/store/typed_codes.h"
#include "server/store/users.h"
#include "tests/support/own_database.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <memory>
#include <thread>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

Instant at(long long second) {
    return Instant(std::chrono::seconds(second));
}

Login login(const char* session) {
    return {.sessionId = SessionId(session), .approvedAt = at(1), .expiresAt = at(100)};
}

void signIn(Database& database, const char* session) {
    database.write([&](Transaction& t) { logins::insert(t, login(session)); });
}

std::vector<Change> sessions(std::initializer_list<const char*> names) {
    std::vector<Change> changes;
    for (const char* name : names) changes.push_back(Change::of(SessionId(name)));
    return changes;
}

} // namespace

class TestChangeFeed : public QObject {
    Q_OBJECT

    std::unique_ptr<OwnDatabase> m_storage;
    std::unique_ptr<Database> m_ours;
    std::unique_ptr<Database> m_theirs;
    std::unique_ptr<ChangeFeed> m_feed;
    ChangeFeed::Clock::time_point m_now;

    // What the feed tells next, however often it has to be asked.
    std::vector<Change> news() {
        for (;;) {
            auto changes = m_feed->next();
            if (!changes.empty()) return changes;
        }
    }
    // Everything so far, when a change of a name of its own has come, which is left out.
    std::vector<Change> upToNow() {
        static int count = 0;
        const std::string last = "z" + std::to_string(++count);
        signIn(*m_theirs, last.c_str());
        std::vector<Change> all;
        for (bool done = false; !done;) {
            for (Change& change : news()) {
                done |= change.name == last;
                if (change.name != last) all.push_back(std::move(change));
            }
        }
        return all;
    }

  private slots:
    void init() {
        m_feed.reset();
        m_ours.reset();
        m_theirs.reset();
        m_storage = std::make_unique<OwnDatabase>();
        m_ours = m_storage->open();
        m_theirs = m_storage->open();
        m_now = {};
        m_feed = std::make_unique<ChangeFeed>(*m_ours, [this] { return m_now; });
        QVERIFY(m_feed->next() == std::vector{Change::anything()});
    }
    void cleanupTestCase() { init(); }

    void namesWhatAnotherProcessHasChanged() {
        m_theirs->write([](Transaction& t) {
            logins::insert(t, login("a"));
            logins::end(t, SessionId("a"), at(2)); // twice in one transaction is once
            scans::put(t, {SessionId("b"), "token", KioskId(), "qr", "42", at(1), at(2)});
            typed_codes::ask(t, {"BCDF-GHJK", "", at(1), 1, {}});
        });
        auto expected = sessions({"a", "b"});
        expected.push_back(Change::ofTypedCode("BCDF-GHJK"));
        QVERIFY(upToNow() == expected);
    }

    void saysNothingOfWhatConcernsNobody() {
        m_theirs->write(
            [](Transaction& t) { audit_log::append(t, {.at = at(1), .event = "login.refused"}); });
        m_theirs->write([](Transaction& t) { QVERIFY(!typed_codes::answer(t, "KKKK-KKKK", "qr")); });
        QVERIFY(upToNow().empty());
    }

    void whatHasNoNameConcernsEverybody() {
        m_theirs->write([](Transaction& t) {
            users::insert(t, {UserId("u1"), "Ada", "", true, at(1)});
            groups::add(t, UserId("u1"), "staff");
        });
        QVERIFY(upToNow() == std::vector{Change::anything()});
    }

    void everyLoginThatEndsIsNamed() {
        m_theirs->write([](Transaction& t) {
            users::insert(t, {UserId("u1"), "Ada", "", true, at(1)});
            for (const char* session : {"a", "b"}) {
                Login active = login(session);
                active.userId = UserId("u1");
                logins::insert(t, active);
            }
        });
        upToNow();
        m_theirs->write([](Transaction& t) { QCOMPARE(logins::endAllOf(t, UserId("u1"), at(2)), 2); });
        QVERIFY(upToNow() == sessions({"a", "b"}));
    }

    void whatThisProcessChangesIsNoNews() {
        signIn(*m_ours, "ours");
        signIn(*m_theirs, "theirs");
        QVERIFY(upToNow() == sessions({"theirs"}));
    }

    void isToldOfEachChangeOnce() {
        signIn(*m_theirs, "a");
        QVERIFY(upToNow() == sessions({"a"}));
        m_now += 2 * RowWindow::kWindow;
        QVERIFY(upToNow().empty());
        m_now += 2 * RowWindow::kWindow;
        signIn(*m_theirs, "b");
        QVERIFY(upToNow() == sessions({"b"}));
    }

    void whatWasUndoneIsNoNews() {
        try {
            m_theirs->write([](Transaction& t) {
                logins::insert(t, login("a"));
                throw 7;
            });
        } catch (int) {
        }
        QVERIFY(upToNow().empty());
    }

    // As when the transaction that was given the smaller number is the last to be committed.
    void aRowThatBecomesVisibleBehindLaterOnesIsNotMissed() {
        m_storage->run("INSERT INTO changes (id, node, kind, name) VALUES (1000, 'n', 'session', 'late')");
        QVERIFY(upToNow() == sessions({"late"}));
        m_now += RowWindow::kWindow - 1s;
        m_storage->run("INSERT INTO changes (id, node, kind, name) VALUES (999, 'n', 'session', 'early')");
        QVERIFY(upToNow() == sessions({"early"}));
    }

    void whoWasAwayForTooLongLooksAtEverything() {
        signIn(*m_theirs, "a");
        upToNow();
        m_theirs->write([](Transaction& t) {
            for (const char* session : {"b", "c", "d"}) logins::insert(t, login(session));
        });
        m_theirs->write([](Transaction& t) {
            changes::removeBefore(t, changes::endsAndAfter(t, 0).back().id); // another node forgets
        });
        QVERIFY(news() == std::vector{Change::anything()});
    }

    void forgetsWhatEverybodyHasSeen() {
        const auto rows = [&] {
            return m_ours->read([](Transaction& t) { return changes::endsAndAfter(t, 0).size(); });
        };
        for (const char* session : {"a", "b", "c"}) signIn(*m_theirs, session);
        upToNow();
        m_now += RowWindow::kWindow;
        upToNow(); // from here on, the first ones are done with
        const auto before = rows();
        for (int hours = 0; hours < 3; ++hours) {
            m_now += ChangeFeed::kForgetEvery;
            QVERIFY(upToNow().empty());
        }
        QVERIFY2(rows() < before, std::to_string(rows()).c_str());
        signIn(*m_theirs, "d");
        QVERIFY(upToNow() == sessions({"d"}));
    }

    void beginsAnewWhenItIsToldTo() {
        signIn(*m_theirs, "a");
        m_feed->beginAnew();
        QVERIFY(news() == std::vector{Change::anything()});
        QVERIFY(upToNow().empty());
    }

    void aLongTimeWithoutNewsIsNoLoss() {
        signIn(*m_theirs, "a");
        QCOMPARE(news(), sessions({"a"}));
        for (int i = 0; i < 3; ++i) {
            m_now += 2 * RowWindow::kWindow;
            m_theirs->write([&](Transaction& t) { // concerns nobody; has it look
                users::insert(t, {UserId(std::to_string(i)), "Ada", "", true, at(1)});
            });
            QCOMPARE(m_feed->next(), std::vector<Change>());
        }
        QCOMPARE(upToNow(), std::vector<Change>());
    }

    // What it has seen already it does not read again: a look costs what is new.
    void readsWhatIsNewAlone() {
        for (const char* session : {"a", "b", "c"}) signIn(*m_theirs, session);
        upToNow();
        const auto ends = m_ours->read([](Transaction& t) {
            const auto all = changes::endsAndAfter(t, 0);
            const auto newest = all.back().id;
            return std::pair(changes::endsAndAfter(t, newest).size(),
                             changes::endsAndAfter(t, newest, {newest - 1}).size());
        });
        QCOMPARE(ends, std::pair(std::size_t(2), std::size_t(3)));
    }

    void waitsNoLongerWhenItIsStopped() {
        m_feed->stop();
        for (int i = 0; i < 100; ++i) m_feed->next(); // in a second each, were it to wait
    }

    void needsNoNotifications() {
        if (!OwnDatabase::onPostgres()) QSKIP("SQLite has none");
        const auto quiet = *Database::open(*DatabaseLocation::parse(m_storage->text() + "?listen=no"));
        ChangeFeed feed(*quiet, [this] { return m_now; });
        QVERIFY(feed.next() == std::vector{Change::anything()});
        signIn(*m_theirs, "a");
        std::vector<Change> told;
        while (told.empty()) told = feed.next();
        QVERIFY(told == sessions({"a"}));
    }
};

QTEST_APPLESS_MAIN(TestChangeFeed)
#include "tst_change_feed.moc"
