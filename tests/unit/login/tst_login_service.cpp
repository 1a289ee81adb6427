#include "server/login/login_service.h"
#include "server/store/logins.h"
#include "tests/support/problem_with.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // GCC comes without the header
#else
#include <malloc.h>
#endif
#include <thread>

using namespace latchkey;
using std::chrono::hours;
using std::chrono::seconds;
using Reason = Refusal::Reason;

namespace {

// What the program has allocated and not freed. (Not what it holds of the system's memory: a sanitizer keeps
// freed memory back for a while.)
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
std::size_t allocatedBytes() {
    return __sanitizer_get_current_allocated_bytes();
}
constexpr int kManyCodes = 50'000; // each is much slower
#else
std::size_t allocatedBytes() {
    return mallinfo2().uordblks;
}
constexpr int kManyCodes = 1'000'000;
#endif

} // namespace

class TestLoginService : public QObject {
    Q_OBJECT

  private slots:
    void aLoginGoesFromCodeToDashboardToSignOut() {
        TestServerParts parts({.notices = {"Mind the step"}});
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto kiosk = parts.registry.add("Lobby", "Ground floor");
        const auto code = *parts.logins.getQrCode({}, kiosk->token);
        QVERIFY(code.state == SessionState::Waiting);
        QVERIFY(parts.logins.status(code.sid).state == SessionState::Waiting);
        QVERIFY(!parts.logins.dashboard(code.sid));
        QCOMPARE((*parts.scans.describe(code.qr))->name, std::string("Lobby"));

        const auto approval = parts.approvals.approve(wallet.proof(code.qr), kPhone);
        QVERIFY2(approval, approval ? "" : approval.error().message.c_str());
        QCOMPARE(approval->userName, std::string("Ada Lovelace"));
        QCOMPARE(approval->kiosk->place, std::string("Ground floor"));
        QVERIFY(parts.logins.status(code.sid).state == SessionState::Authenticated);
        QVERIFY(parts.logins.status(code.sid).sid == code.sid);

        parts.clock.advance(seconds(60));
        const auto dashboard = parts.logins.dashboard(code.sid);
        QVERIFY(dashboard);
        QCOMPARE(dashboard->userName, std::string("Ada Lovelace"));
        QCOMPARE(dashboard->deviceLabel, std::string("phone"));
        QVERIFY(dashboard->until - dashboard->since == seconds(900));
        QVERIFY(dashboard->expiresIn == seconds(840));
        QVERIFY((dashboard->kiosk == KioskLabel{"Lobby", "Ground floor"}));
        QCOMPARE(dashboard->notices.front(), std::string("Mind the step"));

        parts.logins.signOut(code.sid, kPhone);
        QVERIFY(parts.logins.status(code.sid).state == SessionState::Ended);
        QVERIFY(parts.logins.status(code.sid).sid.empty());
        QVERIFY(!parts.logins.dashboard(code.sid));
        QCOMPARE(parts.audited("login.approved"), std::size_t(1));
        QCOMPARE(parts.audited("login.signed_out"), std::size_t(1));
        parts.logins.signOut(code.sid, kPhone);
        QCOMPARE(parts.audited("login.signed_out"), std::size_t(1));
    }

    void bothShapesOfProofApprove() {
        TestServerParts parts;
        const TestWallet wallet(2);
        const auto user = parts.enrolment.addUser("Grace", "");
        QVERIFY(parts.enrolment.addDevice(user->id.text(), *parsePublicKey(wallet.publicKey()), ""));
        QVERIFY(parts.approvals.approve(wallet.rawProof(parts.freshCode().qr), kPhone));
        // The same key as an address is another credential, which nobody has enrolled.
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(parts.freshCode().qr), kPhone)) ==
                Reason::NotEnrolled);
    }

    void theSessionStaysWhenItsChallengeIsRenewed() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto first = parts.freshCode();
        parts.clock.advance(seconds(30));
        const auto second = *parts.logins.getQrCode(first.sid, std::nullopt);
        QVERIFY(second.sid == first.sid);
        QVERIFY(second.qr != first.qr);
        QVERIFY(QrString::parse(first.qr)->sessionId == QrString::parse(second.qr)->sessionId);
        // Either is good within its window, but only once.
        QVERIFY(parts.approvals.approve(wallet.proof(first.qr), kPhone));
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(second.qr), kPhone)) == Reason::AlreadyUsed);
        QVERIFY(parts.logins.getQrCode(first.sid, std::nullopt)->state == SessionState::Authenticated);
    }

    void anUnknownEndedOrForgedSidGetsAFreshSession() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        for (const char* sid : {"", "null", "nonsense"}) {
            const auto code = parts.logins.getQrCode(Sid(sid), std::nullopt);
            QVERIFY(code && code->sid != Sid(sid) && code->state == SessionState::Waiting);
            QVERIFY(parts.logins.status(Sid(sid)).state == SessionState::Ended);
        }
        const auto ended = parts.freshCode();
        QVERIFY(parts.approvals.approve(wallet.proof(ended.qr), kPhone));
        parts.logins.signOut(ended.sid, kPhone);
        QVERIFY(parts.logins.getQrCode(ended.sid, std::nullopt)->sid != ended.sid);
        const auto old = parts.freshCode();
        parts.clock.advance(hours(24) + seconds(1));
        QVERIFY(parts.logins.getQrCode(old.sid, std::nullopt)->sid != old.sid);
    }

    // Decision 1
    void theQrStringDoesNotOpenTheDashboard() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto code = parts.freshCode();
        QVERIFY(parts.approvals.approve(wallet.proof(code.qr), kPhone));
        const auto qr = *QrString::parse(code.qr);
        QVERIFY(code.qr.find(code.sid.reveal()) == std::string::npos);
        for (const std::string& guess : {qr.sessionId.text(), qr.secret, code.qr}) {
            QVERIFY(!parts.logins.dashboard(Sid(guess)));
            QVERIFY(parts.logins.status(Sid(guess)).state == SessionState::Ended);
        }
        QVERIFY(parts.logins.dashboard(code.sid));
    }

    // Decision 2
    void aMillionCodesLeaveNoRowAndNoMemory() {
        TestServerParts parts;
        for (int i = 0; i < 1000; ++i) parts.freshCode(); // what is allocated once is allocated now
        const std::string contentBefore = parts.storage.content(); // is memory, too
        const std::size_t before = allocatedBytes();
        QVERIFY(before > 0);
        const int many = OwnDatabase::onPostgres() ? 10'000 : kManyCodes; // the other engine had its million
        for (int i = 0; i < many; ++i) parts.freshCode();
        const auto grown = static_cast<long long>(allocatedBytes()) - static_cast<long long>(before);
        QVERIFY2(grown < 64 * 1024, qPrintable(QString::number(grown)));
        QVERIFY(parts.storage.content() == contentBefore);
        QVERIFY(parts.auditTrail().empty());
    }

    void ofAHundredConcurrentApprovalsOneSucceeds() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto code = parts.freshCode();
        const auto proof = wallet.proof(code.qr);
        std::atomic<int> approved = 0;
        std::atomic<int> used = 0;
        parts.core.setPolicy({.refusedProofsPerMinute = 1000});
        std::vector<std::string> problems(100);
        {
            std::vector<std::jthread> phones;
            for (std::string& problem : problems) {
                phones.emplace_back([&] {
                    problem = problemWith([&] {
                        const auto outcome = parts.approvals.approve(proof, kPhone);
                        if (outcome) ++approved;
                        if (!outcome && outcome.error().reason == Reason::AlreadyUsed) ++used;
                    });
                });
            }
        }
        for (const std::string& problem : problems) QCOMPARE(problem, std::string());
        QCOMPARE(approved, 1);
        QCOMPARE(used, 99);
        QCOMPARE(parts.audited("login.approved"), std::size_t(1));
    }

    // Decision 3, end to end: the signature is good, the message is not ours.
    void aProofOverAnotherMessageIsRefused() {
        TestServerParts parts;
        TestServerParts elsewhere({}, "http://192.168.1.66:8420");
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto qr = *QrString::parse(parts.freshCode().qr);
        std::vector<QrString> changed(4, qr);
        changed[0].publicUrl = "http://evil.example";
        changed[1].sessionId = QrString::parse(parts.freshCode().qr)->sessionId;
        changed[2].kioskId = KioskId("k1234567");
        changed[3].mintedAt += seconds(1);
        for (const QrString& message : changed) {
            QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(message.text()), kPhone)) ==
                    Reason::NotOurChallenge);
        }
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(elsewhere.freshCode().qr), kPhone)) ==
                Reason::NotOurChallenge);
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof("hello"), kPhone)) == Reason::NotOurChallenge);
        QVERIFY(parts.approvals.approve(wallet.proof(qr.text()), kPhone));
    }

    void everyRefusalHasItsReason() {
        TestServerParts parts;
        const TestWallet ada;
        const TestWallet stranger(2);
        parts.enrol(ada);
        const auto code = parts.freshCode();
        QVERIFY(reasonOf(parts.approvals.approve(stranger.proof(code.qr), kPhone)) == Reason::NotEnrolled);

        auto swapped = ada.proof(code.qr);
        std::get<SignedMessageProof>(swapped.proof).signature =
            std::get<SignedMessageProof>(stranger.proof(code.qr).proof).signature;
        QVERIFY(reasonOf(parts.approvals.approve(swapped, kPhone)) == Reason::SignatureMismatch);

        auto malformed = ada.proof(code.qr);
        std::get<SignedMessageProof>(malformed.proof).signature = "not base64!";
        QVERIFY(reasonOf(parts.approvals.approve(malformed, kPhone)) == Reason::Malformed);

        parts.clock.advance(seconds(121));
        QVERIFY(reasonOf(parts.approvals.approve(ada.proof(code.qr), kPhone)) == Reason::Expired);
        QVERIFY(parts.logins.status(code.sid).state == SessionState::Waiting);
        QCOMPARE(parts.audited("login.refused"),
                 std::size_t(4)); // all are about codes that were on a screen
    }

    void theWindowIsTheOperators() {
        TestServerParts parts({.challengeWindow = seconds(30)});
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto code = parts.freshCode();
        QVERIFY(code.expiresIn == seconds(30) && code.refreshIn == seconds(30) && code.pollIn == seconds(5));
        parts.clock.advance(seconds(31));
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(code.qr), kPhone)) == Reason::Expired);
    }

    void aLoginEndsByItself() {
        TestServerParts parts({.loginLifetime = seconds(300)});
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto code = parts.freshCode();
        QVERIFY(parts.approvals.approve(wallet.proof(code.qr), kPhone));
        parts.clock.advance(seconds(299));
        QVERIFY(parts.logins.dashboard(code.sid));
        parts.clock.advance(seconds(1));
        QVERIFY(!parts.logins.dashboard(code.sid));
        QVERIFY(parts.logins.status(code.sid).state == SessionState::Ended);
        QVERIFY(parts.logins.getQrCode(code.sid, std::nullopt)->sid != code.sid);
    }

    void disablingRevokingOrRemovingEndsLoginsAtOnce_data() {
        QTest::addColumn<QString>("action");
        for (const char* action : {"disable", "revoke", "remove user", "remove kiosk"})
            QTest::newRow(action) << action;
    }
    void disablingRevokingOrRemovingEndsLoginsAtOnce() {
        QFETCH(QString, action);
        TestServerParts parts;
        const TestWallet wallet;
        const User user = parts.enrol(wallet);
        const auto kiosk = parts.registry.add("Lobby", "");
        const auto code = *parts.logins.getQrCode({}, kiosk->token);
        const auto next = *parts.logins.getQrCode({}, kiosk->token);
        QVERIFY(parts.approvals.approve(wallet.proof(code.qr), kPhone));
        if (action == "disable") QVERIFY(parts.enrolment.setUserEnabled(user.id.text(), false));
        if (action == "revoke") QVERIFY(parts.enrolment.revokeDevice(parts.devices[0].id.text()));
        if (action == "remove user") QVERIFY(parts.enrolment.removeUser(user.id.text()));
        if (action == "remove kiosk") QVERIFY(parts.registry.remove("Lobby"));
        QVERIFY(!parts.logins.dashboard(code.sid));
        QVERIFY(parts.logins.status(code.sid).state == SessionState::Ended);
        QVERIFY(!parts.approvals.approve(wallet.proof(next.qr), kPhone));
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(code.qr), kPhone)) != Reason::Malformed);
    }

    void anEnabledUserGetsInAgain() {
        TestServerParts parts;
        const TestWallet wallet;
        const User user = parts.enrol(wallet);
        QVERIFY(parts.enrolment.setUserEnabled(user.id.text(), false));
        const auto code = parts.freshCode();
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(code.qr), kPhone)) == Reason::Disabled);
        QVERIFY(parts.enrolment.setUserEnabled(user.id.text(), true));
        QVERIFY(parts.approvals.approve(wallet.proof(code.qr), kPhone));
    }

    void kiosksProveThemselvesWithTheirToken() {
        TestServerParts parts;
        const auto lobby = parts.registry.add("Lobby", "");
        const auto lab = parts.registry.add("Lab", "");
        QVERIFY(!parts.logins.getQrCode({}, KioskToken("wrong")));
        QVERIFY(parts.logins.getQrCode({}, std::nullopt));
        const auto code = *parts.logins.getQrCode({}, lobby->token);
        QCOMPARE(QrString::parse(code.qr)->kioskId.text(), lobby->kiosk.id.text());
        // Another kiosk's session is not continued, nor is a registered one without its token.
        QVERIFY(parts.logins.getQrCode(code.sid, lab->token)->sid != code.sid);
        QVERIFY(parts.logins.getQrCode(code.sid, std::nullopt)->sid != code.sid);
        QVERIFY(parts.logins.getQrCode(code.sid, lobby->token)->sid == code.sid);

        parts.core.setPolicy({.onlyRegisteredKiosks = true});
        QVERIFY(!parts.logins.getQrCode({}, std::nullopt));
        QVERIFY(parts.logins.getQrCode({}, lobby->token));
    }

    void openRegistrationMakesTheUserAndSignsIn() {
        TestServerParts parts({.registration = Registration::Open});
        const TestWallet wallet;
        const auto code = parts.freshCode();
        QVERIFY(reasonOf(parts.approvals.approve(wallet.proof(code.qr), kPhone)) ==
                Reason::NotEnrolled); // no name
        const auto approval =
            parts.approvals.approve(wallet.proof(code.qr, "Ada", "ada@example.org"), kPhone);
        QVERIFY2(approval, approval ? "" : approval.error().message.c_str());
        QCOMPARE(parts.logins.dashboard(code.sid)->userName, std::string("Ada"));
        QCOMPARE(parts.enrolment.users().front().email, std::string("ada@example.org"));
        QCOMPARE(parts.audited("user.registered"), std::size_t(1));
        // The next time the key is known, and another name changes nothing.
        QVERIFY(parts.approvals.approve(wallet.proof(parts.freshCode().qr, "Eve"), kPhone)->userName ==
                "Ada");
        QCOMPARE(parts.enrolment.users().size(), std::size_t(1));
    }

    void aRefusedRegistrationLeavesNoUser() {
        TestServerParts parts({.registration = Registration::Open});
        const TestWallet first;
        const TestWallet second(2);
        const auto code = parts.freshCode();
        QVERIFY(parts.approvals.approve(first.proof(code.qr, "Ada", "ada@example.org"), kPhone));
        QVERIFY(reasonOf(parts.approvals.approve(second.proof(code.qr, "Bob"), kPhone)) ==
                Reason::AlreadyUsed);
        const auto fresh = parts.freshCode();
        QVERIFY(reasonOf(parts.approvals.approve(second.proof(fresh.qr, "Bob", "ada@example.org"), kPhone)) ==
                Reason::Malformed);
        QVERIFY(reasonOf(parts.approvals.approve(second.proof(fresh.qr, "B\nb"), kPhone)) ==
                Reason::Malformed);
        QCOMPARE(parts.enrolment.users().size(), std::size_t(1));
        QCOMPARE(parts.enrolment.devices().size(), std::size_t(1));
        parts.core.setPolicy({.registration = Registration::Closed});
        QVERIFY(reasonOf(parts.approvals.approve(second.proof(fresh.qr, "Bob"), kPhone)) ==
                Reason::NotEnrolled);
    }

    void tooManyRefusedProofsAreThrottledAndGoodOnesNever() {
        TestServerParts parts({.refusedProofsPerMinute = 3});
        const TestWallet ada;
        const TestWallet stranger(2);
        parts.enrol(ada);
        const auto code = parts.freshCode();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(reasonOf(parts.approvals.approve(stranger.proof(code.qr), kPhone)) ==
                    Reason::NotEnrolled);
        }
        const auto throttled = parts.approvals.approve(stranger.proof(code.qr), kPhone);
        QVERIFY(reasonOf(throttled) == Reason::TooMany);
        QVERIFY(throttled.error().retryAfter == seconds(20));
        QCOMPARE(parts.audited("login.refused"), std::size_t(3)); // nobody fills the disk
        QVERIFY(reasonOf(parts.approvals.approve(stranger.proof(code.qr), "192.168.1.51")) ==
                Reason::NotEnrolled);
        for (int i = 0; i < 10; ++i)
            QVERIFY(parts.approvals.approve(ada.proof(parts.freshCode().qr), kPhone));
    }

    void anApprovalStoresOneLoginAndOneAuditLine() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto before = parts.auditTrail().size();
        const auto code = parts.freshCode();
        QVERIFY(parts.approvals.approve(wallet.proof(code.qr), kPhone));
        QCOMPARE(parts.auditTrail().size(), before + 1);
        const AuditEntry entry = parts.auditTrail().back();
        QCOMPARE(entry.address, kPhone);
        QVERIFY(entry.sessionId == QrString::parse(code.qr)->sessionId);
        QVERIFY(entry.deviceId == parts.devices[0].id);
    }

    void whoWaitsIsAnsweredByTheApproval() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto code = parts.freshCode();
        SessionState seen = SessionState::Waiting;
        {
            std::jthread kiosk([&] { seen = parts.waitForStatus(code.sid, {}, seconds(600)).state; });
            QVERIFY(parts.approvals.approve(wallet.proof(code.qr), kPhone));
        } // joins, long before the ten minutes are over
        QVERIFY(seen == SessionState::Authenticated);
        // Who does not know of the approval yet is told at once.
        QVERIFY(parts.waitForStatus(code.sid, {}, seconds(600)).state == SessionState::Authenticated);
        {
            std::jthread kiosk([&] {
                seen = parts.waitForStatus(code.sid, {SessionState::Authenticated}, seconds(600)).state;
            });
            parts.logins.signOut(code.sid, kPhone);
        }
        QVERIFY(seen == SessionState::Ended);
    }

    void whoWaitsIsLetGoWhenTheServerStops() {
        TestServerParts parts;
        const auto code = parts.freshCode();
        SessionState seen = SessionState::Ended;
        {
            std::jthread kiosk([&] { seen = parts.waitForStatus(code.sid, {}, seconds(600)).state; });
            parts.core.changes.close();
        }
        QVERIFY(seen == SessionState::Waiting);
        QVERIFY(parts.waitForStatus(Sid("nonsense"), {}, seconds(600)).state == SessionState::Ended);
    }

    // A time that is past already would have the poll asked again and again.
    void whatIsOverIsWaitedForToTheDeadline() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto deadline = std::chrono::steady_clock::now() + seconds(600);
        const auto burnt = parts.freshCode();
        QVERIFY(parts.scans.decline(parts.scans.open(burnt.qr, kPhone)->token, kPhone));
        const auto expired = parts.freshCode();
        QVERIFY(parts.approvals.approve(wallet.proof(expired.qr), kPhone));
        parts.clock.advance(parts.core.policy()->loginLifetime);
        const auto declined = parts.logins.news(burnt.sid, {SessionState::Declined}, deadline);
        QVERIFY(!declined && declined.error().until == deadline);
        const auto ended = parts.logins.news(expired.sid, {SessionState::Ended}, deadline);
        QVERIFY(!ended && ended.error().until == deadline);
    }

    void forgettingDoesNotMakeASessionApprovableAgain() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto code = parts.freshCode();
        QVERIFY(parts.approvals.approve(wallet.proof(code.qr), kPhone));
        parts.clock.advance(hours(49));
        parts.logins.forgetOlderThan(hours(48));
        QVERIFY(parts.auditTrail().empty());
        QVERIFY(parts.logins.status(code.sid).state == SessionState::Ended);
        QVERIFY(!parts.approvals.approve(wallet.proof(code.qr), kPhone));
    }

    void saysWhenTheDatabaseFails() {
        TestServerParts parts;
        QCOMPARE(parts.logins.databaseTrouble(), std::string());
        const auto opened = parts.freshCode();
        QVERIFY(parts.scans.open(opened.qr, kPhone));
        parts.storage.run("DROP TABLE logins");
        QVERIFY(parts.logins.databaseTrouble().find("does not answer") != std::string::npos);
        QVERIFY_EXCEPTION_THROWN(parts.logins.status(opened.sid), DatabaseError);
        // Of a session that no phone has opened there is nothing to ask it.
        const auto untouched = parts.freshCode();
        QVERIFY(parts.logins.status(untouched.sid).state == SessionState::Waiting);
        QVERIFY(!parts.logins.news(untouched.sid, {}, std::chrono::steady_clock::time_point::max()));
    }
};

QTEST_APPLESS_MAIN(TestLoginService)
#include "tst_login_service.moc"
