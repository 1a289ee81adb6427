// What a server made before its keys changed lives on beside what it makes afterwards.
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

using namespace latchkey;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Reason = Refusal::Reason;

namespace {

// With the wallet of somebody whom it knows, and an address that Lightning wallets follow.
struct RotatingServer : TestServerParts {
    explicit RotatingServer(LoginPolicy policy = {})
        : TestServerParts(std::move(policy), "https://lobby.example.org") {
        enrol(wallet);
    }

    // Another key is in force that long from now.
    void rotate(seconds ahead) {
        if (!keys.rotate(ServerKey::generate(systemRandom()), clock.instant() + ahead, clock.instant()))
            qFatal("it cannot be rotated");
        core.setKeys(keys);
    }
    void forgetTheOldest() {
        if (!keys.forget(keys.entries().front().key.id(), clock.instant())) qFatal("it cannot be forgotten");
        core.setKeys(keys);
    }

    TestWallet wallet;
};

} // namespace

class TestKeyRotation : public QObject {
    Q_OBJECT

  private slots:
    void aLoginLivesOutItsTime() {
        RotatingServer server({.loginLifetime = hours(24)});
        const auto code = server.freshCode();
        QVERIFY(server.approvals.approve(server.wallet.proof(code.qr), kPhone));
        server.rotate(minutes(10));
        server.clock.advance(hours(24) - seconds(1));
        QVERIFY(server.logins.dashboard(code.sid));
        server.clock.advance(seconds(1));
        QVERIFY(!server.logins.dashboard(code.sid));
    }

    void aSessionFromBeforeIsApprovedAfterwards() {
        RotatingServer server;
        server.rotate(minutes(10));
        server.clock.advance(minutes(9));
        const auto before = server.freshCode();
        server.clock.advance(minutes(1)); // the code on the screen is of the old key
        QVERIFY(server.approvals.approve(server.wallet.proof(before.qr), kPhone));
        QVERIFY(server.logins.status(before.sid).state == SessionState::Authenticated);
    }

    void aSessionKeepsItsNameUnderAnotherKey() {
        RotatingServer server;
        const auto before = server.freshCode();
        server.rotate(seconds(1));
        server.clock.advance(seconds(30));
        const auto renewed = *server.logins.getQrCode(before.sid, std::nullopt);
        QVERIFY(renewed.sid == before.sid);
        QCOMPARE(QrString::parse(renewed.qr)->sessionId, QrString::parse(before.qr)->sessionId);
        QVERIFY(server.approvals.approve(server.wallet.proof(renewed.qr), kPhone));
        QVERIFY(server.logins.status(before.sid).state == SessionState::Authenticated);
    }

    void whatIsMadeAfterwardsNeedsTheNewKey() {
        RotatingServer server;
        server.rotate(minutes(10));
        const KeyRing both = server.keys;
        const auto before = server.freshCode();
        server.clock.advance(minutes(10));
        const auto after = server.freshCode();
        server.forgetTheOldest();
        QVERIFY(server.logins.status(before.sid).state == SessionState::Ended);
        QVERIFY(server.logins.status(after.sid).state == SessionState::Waiting);
        QVERIFY(server.approvals.approve(server.wallet.proof(after.qr), kPhone));
        QCOMPARE(both.inForce(server.clock.instant()).key.id(), server.keys.entries().front().key.id());
    }

    // Who has got hold of an old key can only pretend that it was then.
    void anOldKeyMakesNothingForNow() {
        RotatingServer server;
        const SidCodec thief(server.keys, systemRandom());
        server.rotate(seconds(0));
        const auto now = server.clock.instant();
        QVERIFY(!server.core.codecs()->sids.open(thief.mint({}, now)));
        QVERIFY(server.core.codecs()->sids.open(thief.mint({}, now - seconds(1))));
        server.forgetTheOldest();
        QVERIFY(!server.core.codecs()->sids.open(thief.mint({}, now - seconds(1))));
    }

    void nodesThatKnowTheNewKeyAgree() {
        RotatingServer server;
        server.rotate(minutes(1));
        const Codecs other{server.keys, SidCodec(server.keys, systemRandom()),
                           ChallengeCodec(server.keys, server.core.publicUrl), TypedCodeCodec(server.keys)};
        for (int i = 0; i < 12; ++i, server.clock.advance(seconds(10))) {
            const auto now = server.clock.instant();
            const Sid sid = other.sids.mint({}, now + seconds(5)); // its clock is ahead
            const auto session = server.core.codecs()->sids.open(sid);
            QVERIFY(session && other.sids.open(sid)->id == session->id);
            const std::string code = other.typedCodes.codeFor(session->id, now);
            QVERIFY(server.core.codecs()->typedCodes.isOf(code, session->id, now, seconds(120)));
            const auto qr = other.challenges.mint(*session, now + seconds(5), QrStyle::Lightning);
            QVERIFY(server.core.codecs()->challenges.check(qr.text(), now, seconds(120)));
        }
    }

    void aTypedCodeFromBeforeIsFoundAfterwards() {
        RotatingServer server;
        const auto code = server.freshCode();
        server.rotate(seconds(60));
        server.clock.advance(seconds(60));
        const auto session = *server.core.codecs()->sids.open(code.sid);
        QVERIFY(server.core.codecs()->typedCodes.isOf(code.typedCode, session.id, server.clock.instant(),
                                                      seconds(120)));
    }

    // It does not say when it was made.
    void anInvitationFromBeforeIsAcceptedAfterwards() {
        RotatingServer server;
        const auto url = [&](const LnurlChallengeCodec::Invitation& invitation, Instant at) {
            return server.core.codecs()->challenges.lnurl().url(invitation, at);
        };
        const auto accepts = [&](const std::string& k1, Instant at) {
            return bool(server.core.codecs()->challenges.lnurl().checkInvitation(k1, at));
        };
        const auto now = server.clock.instant();
        const LnurlChallengeCodec::Invitation invitation{{'i', '1'}, now + minutes(15)};
        const std::string before = url(invitation, now);
        const std::string k1 = before.substr(before.find("k1=") + 3, 64);
        QVERIFY(accepts(k1, now));
        server.rotate(minutes(1));
        QVERIFY(accepts(k1, now + minutes(15)));
        QCOMPARE(url(invitation, now), before); // the next key makes none before its time
        QVERIFY(url(invitation, now + minutes(1)) != before);
        server.clock.advance(minutes(1));
        server.forgetTheOldest();
        QVERIFY(!accepts(k1, now + minutes(15)));
    }
};

QTEST_APPLESS_MAIN(TestKeyRotation)
#include "tst_key_rotation.moc"
