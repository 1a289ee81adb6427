#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/kiosks.h"
#include "server/store/logins.h"
#include "server/store/users.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace latchkey;
using std::chrono::seconds;

namespace {

Instant at(long long second) {
    return Instant(seconds(second));
}

User user(const char* id, const char* name = "Ada", const char* email = "") {
    return {UserId(id), name, email, true, at(1)};
}

Device device(const char* id, const char* userId, const char* credential) {
    return {DeviceId(id), UserId(userId), "address", credential, "label", at(2), std::nullopt};
}

Login login(const char* session, const char* userId, const char* deviceId, const char* kioskId = "") {
    return {SessionId(session), UserId(userId), DeviceId(deviceId), KioskId(kioskId), at(100),
            at(1000),           std::nullopt};
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<Database> m_database;

    template <class Work>
    auto write(Work work) {
        return m_database->write(work);
    }

  private slots:
    void init() {
        m_database.reset();
        m_folder = std::make_unique<TemporaryFolder>();
        m_database = *Database::open({m_folder->file("x.db")});
        write([](Transaction& t) {
            users::insert(t, user("u1", "Ada Lovelace", "Ada@Example.org"));
            devices::insert(t, device("d1", "u1", "addr1"));
            kiosks::insert(t, {KioskId("k1"), "Lobby", "", "hash1", at(3)});
        });
    }

    void usersAreFoundByIdNameOrEmailWhateverTheCase() {
        write([](Transaction& t) {
            users::insert(t, user("u2", "ada lovelace"));
            QCOMPARE(users::matching(t, "u1").size(), std::size_t(1));
            QCOMPARE(users::matching(t, "ADA LOVELACE").size(), std::size_t(2));
            QCOMPARE(users::matching(t, "ada@example.ORG").size(), std::size_t(1));
            QCOMPARE(users::matching(t, "ada").size(), std::size_t(0));
            QCOMPARE(users::matching(t, "").size(), std::size_t(0));
            QCOMPARE(users::withEmail(t, "ADA@example.org")->email, std::string("Ada@Example.org"));
        });
    }

    void twoUsersCannotShareAnEmail() {
        QVERIFY_EXCEPTION_THROWN(
            write([](Transaction& t) { users::insert(t, user("u2", "Bob", "ada@example.org")); }),
            DatabaseError);
        write([](Transaction& t) {
            users::insert(t, user("u2", "Bob"));
            users::insert(t, user("u3", "Carol")); // no e-mail is not an e-mail that is shared
        });
    }

    void aRecordReadsBackWhole() {
        write([](Transaction& t) {
            const auto u = users::find(t, UserId("u1"));
            QVERIFY(u && u->name == "Ada Lovelace" && u->email == "Ada@Example.org" && u->enabled &&
                    u->createdAt == at(1));
            const auto d = devices::find(t, DeviceId("d1"));
            QVERIFY(d && d->userId == UserId("u1") && d->kind == "address" && d->credential == "addr1" &&
                    d->label == "label" && d->createdAt == at(2) && !d->revokedAt);
            const auto k = kiosks::find(t, KioskId("k1"));
            QVERIFY(k && k->name == "Lobby" && k->place.empty() && k->tokenHash == "hash1" &&
                    k->createdAt == at(3));
            QVERIFY(logins::insert(t, login("s1", "u1", "d1", "k1")));
            const auto l = logins::find(t, SessionId("s1"));
            QVERIFY(l && l->userId == UserId("u1") && l->deviceId == DeviceId("d1") &&
                    l->kioskId == KioskId("k1") && l->approvedAt == at(100) && l->expiresAt == at(1000) &&
                    !l->endedAt);
        });
    }

    void textIsStoredAsItIs() {
        const std::string nasty = "Robert'); DROP TABLE users;-- \"%_\\ ☃ :id";
        write([&](Transaction& t) {
            users::insert(t, user("u2", nasty.c_str()));
            QCOMPARE(users::find(t, UserId("u2"))->name, nasty);
            QCOMPARE(users::matching(t, nasty).size(), std::size_t(1));
        });
    }

    void aSessionIsApprovedOnce() {
        write([](Transaction& t) {
            QVERIFY(logins::insert(t, login("s1", "u1", "d1")));
            QVERIFY(!logins::insert(t, login("s1", "u1", "d1", "k1")));
            QVERIFY(logins::find(t, SessionId("s1"))->kioskId.empty());
            QCOMPARE(logins::end(t, SessionId("s1"), at(200)), 1);
            QVERIFY(!logins::insert(t, login("s1", "u1", "d1")));
        });
    }

    void endingEndsOnlyWhatIsActive() {
        write([](Transaction& t) {
            logins::insert(t, login("s1", "u1", "d1", "k1"));
            logins::insert(t, login("s2", "u1", "d1"));
            QCOMPARE(logins::end(t, SessionId("s1"), at(1000)), 0); // it has ended by itself
            QCOMPARE(logins::endAllOf(t, KioskId("k1"), at(300)), 1);
            QCOMPARE(logins::end(t, SessionId("s1"), at(400)), 0);
            QVERIFY(logins::find(t, SessionId("s1"))->endedAt == at(300));
            QCOMPARE(logins::endAllOf(t, DeviceId("d1"), at(500)), 1);
            QCOMPARE(logins::endAllOf(t, UserId("u1"), at(500)), 0);
        });
    }

    void aRevokedKeyMayBeEnrolledAnew() {
        write([](Transaction& t) {
            QVERIFY(devices::withCredential(t, "address", "addr1"));
            QVERIFY(!devices::withCredential(t, "public_key", "addr1"));
            devices::revoke(t, DeviceId("d1"), at(9));
            devices::revoke(t, DeviceId("d1"), at(10));
            QVERIFY(devices::find(t, DeviceId("d1"))->revokedAt == at(9));
            QVERIFY(!devices::withCredential(t, "address", "addr1"));
            devices::insert(t, device("d2", "u1", "addr1"));
            QCOMPARE(devices::withCredential(t, "address", "addr1")->id.text(), std::string("d2"));
            QCOMPARE(devices::ofUser(t, UserId("u1")).size(), std::size_t(2));
        });
        QVERIFY_EXCEPTION_THROWN(
            write([](Transaction& t) { devices::insert(t, device("d3", "u1", "addr1")); }), DatabaseError);
    }

    void aLoginOutlivesItsUserAndItsKiosk() {
        write([](Transaction& t) {
            logins::insert(t, login("s1", "u1", "d1", "k1"));
            users::remove(t, UserId("u1"));
            kiosks::remove(t, KioskId("k1"));
            QVERIFY(!devices::find(t, DeviceId("d1")));
            const auto left = logins::find(t, SessionId("s1"));
            QVERIFY(left && left->userId.empty() && left->deviceId.empty() && left->kioskId.empty());
        });
    }

    void knowsWhenADeviceWasLastUsed() {
        write([](Transaction& t) {
            QVERIFY(!logins::lastApprovalBy(t, DeviceId("d1")));
            logins::insert(t, login("s1", "u1", "d1"));
            Login later = login("s2", "u1", "d1");
            later.approvedAt = at(150);
            logins::insert(t, later);
            QVERIFY(logins::lastApprovalBy(t, DeviceId("d1")) == at(150));
        });
    }

    void kiosksAreFoundByTokenHashIdOrName() {
        write([](Transaction& t) {
            QVERIFY(kiosks::withTokenHash(t, "hash1") && !kiosks::withTokenHash(t, ""));
            QCOMPARE(kiosks::matching(t, "LOBBY")->id.text(), std::string("k1"));
            kiosks::insert(t, {KioskId("k2"), "k1", "", "hash2", at(4)});
            QCOMPARE(kiosks::matching(t, "k1")->id.text(), std::string("k1")); // the id wins
            QCOMPARE(kiosks::all(t).size(), std::size_t(2));
        });
    }

    void theAuditTrailIsReadInOrderFromAnyPoint() {
        write([](Transaction& t) {
            for (int i = 0; i < 10; ++i) {
                audit_log::append(t, {.at = at(i), .event = "test.event", .detail = std::to_string(i)});
            }
            const auto page = audit_log::after(t, 0, at(3), 4);
            QCOMPARE(page.size(), std::size_t(4));
            QCOMPARE(page.front().detail, std::string("3"));
            QCOMPARE(audit_log::after(t, page.back().id, at(0), 100).size(), std::size_t(3));
            audit_log::removeBefore(t, at(8));
            QCOMPARE(audit_log::after(t, 0, at(0), 100).size(), std::size_t(2));
        });
    }

    void anIdOfTheAuditTrailIsNeverGivenTwice() {
        write([](Transaction& t) {
            audit_log::append(t, {.at = at(1), .event = "a.b"});
            const auto first = audit_log::after(t, 0, at(0), 1).front().id;
            audit_log::removeBefore(t, at(2));
            audit_log::append(t, {.at = at(3), .event = "a.b"});
            QVERIFY(audit_log::after(t, 0, at(0), 1).front().id > first);
        });
    }

    void forgetsOldLogins() {
        write([](Transaction& t) {
            logins::insert(t, login("s1", "u1", "d1"));
            logins::removeExpiredBefore(t, at(1000));
            QVERIFY(logins::find(t, SessionId("s1")));
            logins::removeExpiredBefore(t, at(1001));
            QVERIFY(!logins::find(t, SessionId("s1")));
        });
    }
};

QTEST_APPLESS_MAIN(TestTables)
#include "tst_tables.moc"
