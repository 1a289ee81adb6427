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
#include "server/store/typed_codes.h"
#include "server/store/users.h"
#include "tests/support/own_database.h"
#include "tests/support/show_strings.h"

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
    return {SessionId(session),
            UserId(userId),
            DeviceId(deviceId),
            KioskId(kioskId),
            at(100),
            at(1000),
            std::nullopt,
            {},
            "192.168.1.50"};
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT

    std::unique_ptr<OwnDatabase> m_storage;
    std::unique_ptr<Database> m_database;

    template <class Work>
    auto write(Work work) {
        return m_database->write(work);
    }

  private slots:
    void init() {
        m_database.reset();
        m_storage = std::make_unique<OwnDatabase>();
        m_database = m_storage->open();
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

    void aKeyIsFoundWithItsUser() {
        write([](Transaction& t) {
            const auto found = devices::ownedWithCredential(t, "address", "addr1");
            QVERIFY(found);
            QCOMPARE(found->device.id.text(), std::string("d1"));
            QCOMPARE(found->device.userId.text(), found->user.id.text());
            QCOMPARE(found->device.credential, std::string("addr1"));
            const auto device = devices::find(t, DeviceId("d1"));
            QVERIFY(found->device.kind == device->kind && found->device.label == device->label &&
                    found->device.createdAt == device->createdAt && !found->device.revokedAt &&
                    found->device.pending == device->pending);
            const auto user = users::find(t, UserId("u1"));
            QVERIFY(found->user.name == user->name && found->user.email == user->email &&
                    found->user.enabled && found->user.createdAt == user->createdAt);
            users::setEnabled(t, UserId("u1"), false);
            QVERIFY(!devices::ownedWithCredential(t, "address", "addr1")->user.enabled);
            QVERIFY(!devices::ownedWithCredential(t, "public_key", "addr1"));
            devices::revoke(t, DeviceId("d1"), at(9));
            QVERIFY(!devices::ownedWithCredential(t, "address", "addr1"));
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

    void aBurntSessionTakesTheLoginsPlace() {
        write([](Transaction& t) {
            Login burnt{
                .sessionId = SessionId("s1"), .approvedAt = at(5), .expiresAt = at(5), .endedAt = at(5)};
            burnt.burnt = "declined";
            QVERIFY(logins::insert(t, burnt));
            QVERIFY(!logins::insert(t, login("s1", "u1", "d1")));
            const auto found = logins::find(t, SessionId("s1"));
            QVERIFY(found->userId.empty() && found->deviceId.empty() && found->endedAt == at(5));
            QCOMPARE(found->burnt, std::string("declined"));
            QVERIFY(logins::insert(t, login("s2", "u1", "d1")));
            QCOMPARE(logins::find(t, SessionId("s2"))->address, std::string("192.168.1.50"));
            QVERIFY(!logins::insert(t, {.sessionId = SessionId("s2"), .burnt = "declined"}));
        });
    }

    void aPendingDeviceCanBeApproved() {
        write([](Transaction& t) {
            Device waiting = device("d2", "u1", "addr2");
            waiting.pending = true;
            devices::insert(t, waiting);
            QVERIFY(devices::find(t, DeviceId("d2"))->pending && !devices::find(t, DeviceId("d1"))->pending);
            devices::approve(t, DeviceId("d2"));
            QVERIFY(!devices::find(t, DeviceId("d2"))->pending);
        });
    }

    void aPasskeyGoesWithItsDevice() {
        write([](Transaction& t) {
            passkeys::insert(t, {DeviceId("d1"), -257, "key", 4'000'000'000});
            passkeys::setCounter(t, DeviceId("d1"), 4'000'000'001);
            const auto found = passkeys::find(t, DeviceId("d1"));
            QVERIFY(found && found->algorithm == -257 && found->publicKey == "key");
            QCOMPARE(found->counter, 4'000'000'001U);
            users::remove(t, UserId("u1"));
            QVERIFY(!passkeys::find(t, DeviceId("d1")));
        });
    }

    void theLastScanOfASessionCounts() {
        write([](Transaction& t) {
            const auto scan = [](const char* token) {
                return Scan{SessionId("s1"), token, KioskId("k1"), "qr", "42", at(10), at(130), {}};
            };
            scans::put(t, scan("first"));
            scans::markPicked(t, SessionId("s1"), at(11));
            QVERIFY(scans::withToken(t, "first")->pickedAt == at(11));
            scans::put(t, scan("second"));
            QVERIFY(!scans::withToken(t, "first"));
            const auto found = scans::find(t, SessionId("s1"));
            QVERIFY(found && !found->pickedAt && found->tokenHash == "second" && found->number == "42");
            QVERIFY(found->kioskId == KioskId("k1") && found->qr == "qr" && found->expiresAt == at(130));
            scans::removeExpiredBefore(t, at(130), at(200));
            QVERIFY(scans::find(t, SessionId("s1")));
            scans::removeExpiredBefore(t, at(131), at(200));
            QVERIFY(!scans::find(t, SessionId("s1")));
        });
    }

    void aScanStaysAsLongAsTheLoginThatItApproved() {
        write([](Transaction& t) {
            scans::put(t, {SessionId("s1"), "token", KioskId("k1"), "qr", "42", at(10), at(130), {}});
            QVERIFY(!scans::withToken(t, "token")->approvedAt);
            scans::markApproved(t, SessionId("s1"), at(100));
            QVERIFY(scans::withToken(t, "token")->approvedAt == at(100));
            logins::insert(t, login("s1", "u1", "d1")); // until 1000
            scans::removeExpiredBefore(t, at(900), at(999));
            QVERIFY(scans::find(t, SessionId("s1")));
            scans::removeExpiredBefore(t, at(900), at(1000));
            QVERIFY(!scans::find(t, SessionId("s1")));
        });
    }

    void anInvitationIsUsedOnce() {
        write([](Transaction& t) {
            const std::string hash(64, 'a');
            invitations::insert(t, {hash, UserId("u1"), at(1), at(900), std::nullopt});
            QVERIFY(invitations::withToken(t, hash)->activeAt(at(899)));
            QVERIFY(!invitations::withToken(t, hash)->activeAt(at(900)));
            QVERIFY(invitations::withTokenPrefix(t, std::string(24, 'a'))->userId == UserId("u1"));
            QVERIFY(!invitations::withTokenPrefix(t, std::string(23, 'a') + "b"));
            QVERIFY(invitations::markUsed(t, hash, at(5)));
            QVERIFY(!invitations::markUsed(t, hash, at(6)));
            QVERIFY(!invitations::withToken(t, hash)->activeAt(at(7)));
            invitations::removeExpiredBefore(t, at(901));
            QVERIFY(!invitations::withToken(t, hash));
        });
    }

    void aTypedCodeIsAskedForUntilItHasAnAnswer() {
        write([](Transaction& t) {
            const auto ask = [&](const char* code, const char* address, long long second) {
                return typed_codes::ask(t, {code, address, at(second), 1, {}});
            };
            QVERIFY(ask("BCDF-GHJK", "a", 10) && ask("BCDF-GHJK", "a", 20) && ask("KKKK-KKKK", "b", 20));
            QCOMPARE(typed_codes::unansweredSince(t, at(20)).size(), std::size_t(2));
            QCOMPARE(typed_codes::missesSince(t, "a", at(0)).fromAddress, 2);
            QCOMPARE(typed_codes::missesSince(t, "a", at(0)).fromAll, 3);
            QVERIFY(typed_codes::answer(t, "BCDF-GHJK", "qr"));
            QVERIFY(!typed_codes::answer(t, "BCDF-GHJK", "another"));
            QCOMPARE(typed_codes::find(t, "BCDF-GHJK")->qr, std::string("qr"));
            QVERIFY(!ask("BCDF-GHJK", "a", 30));
            QCOMPARE(typed_codes::missesSince(t, "a", at(0)).fromAll, 1); // what was found is no miss
            QVERIFY(typed_codes::unansweredSince(t, at(21)).empty());
            typed_codes::removeAskedBefore(t, at(21));
            QVERIFY(!typed_codes::find(t, "KKKK-KKKK") && !typed_codes::find(t, "BCDF-GHJK"));
        });
    }

    void aUserIsInAGroupOnceAndLeavesThemAllOnRemoval() {
        write([](Transaction& t) {
            users::insert(t, user("u2", "Grace"));
            QVERIFY(groups::add(t, UserId("u1"), "staff"));
            QVERIFY(!groups::add(t, UserId("u1"), "staff"));
            QVERIFY(groups::add(t, UserId("u1"), "lab"));
            QVERIFY(groups::add(t, UserId("u2"), "staff"));
            QVERIFY((groups::ofUser(t, UserId("u1")) == std::vector<std::string>{"lab", "staff"}));
            QVERIFY(groups::remove(t, UserId("u1"), "lab"));
            QVERIFY(!groups::remove(t, UserId("u1"), "lab"));
            QVERIFY((groups::all(t)["u1"] == std::vector<std::string>{"staff"}));
            users::remove(t, UserId("u1"));
            QVERIFY(groups::ofUser(t, UserId("u1")).empty());
            QCOMPARE(groups::all(t).size(), std::size_t(1));
        });
    }

    void aFactIsTheLatestOne() {
        write([](Transaction& t) {
            QVERIFY(!facts::find(t, facts::kPublicUrl));
            facts::put(t, facts::kPublicUrl, "http://a");
            facts::put(t, facts::kPublicUrl, "http://b");
            QCOMPARE(*facts::find(t, facts::kPublicUrl), std::string("http://b"));
        });
    }

    void knowsWhenADeviceWasLastUsed() {
        write([](Transaction& t) {
            QVERIFY(!logins::lastApprovalBy(t, DeviceId("d1")));
            logins::insert(t, login("s1", "u1", "d1"));
            Login later = login("s2", "u1", "d1");
            later.approvedAt = at(150);
            logins::insert(t, later);
            QVERIFY(logins::lastApprovalBy(t, DeviceId("d1"))->approvedAt == at(150));
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
