#include "server/login/scan_service.h"
#include "server/store/typed_codes.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace latchkey;
using std::chrono::hours;
using std::chrono::seconds;
using Reason = Refusal::Reason;

namespace {

// A screen with a code on it, and a phone that has a page key.
struct Lobby {
    explicit Lobby(LoginPolicy policy = {}) : parts(std::move(policy)), code(parts.freshCode()) {
        const auto ada = parts.enrolment.addUser("Ada Lovelace", "");
        if (!parts.enrolment.addDevice(ada->id.text(), {Credential::Kind::Page, wallet.publicKey()}, "phone"))
            qFatal("not enrolled");
    }

    ScanService::Opened open() { return *parts.scans.open(code.qr, kPhone); }
    std::string shown() { return parts.logins.status(code.sid).number; }
    std::string wrong(const ScanService::Opened& opened) {
        return *std::ranges::find_if(opened.numbers, [&](const std::string& n) { return n != shown(); });
    }
    SessionState state() { return parts.logins.status(code.sid).state; }
    ProofSubmission proof(const std::string& scan) {
        ProofSubmission submission = wallet.rawProof(code.qr);
        submission.scan = scan;
        return submission;
    }
    Result<Approval, Refusal> approve(const std::string& scan) {
        return parts.approvals.approve(proof(scan), kPhone);
    }

    TestServerParts parts;
    TestWallet wallet;
    QrCodeAnswer code;
};

// How often the operator was told so.
std::uint64_t tooMany(const LoginCore& core) {
    return core.tally.counts().refusals[std::size_t(Reason::TooMany)];
}

} // namespace

class TestScanService : public QObject {
    Q_OBJECT

  private slots:
    void aPhoneOpensPicksAndUnlocks() {
        Lobby lobby;
        const auto opened = lobby.open();
        QVERIFY(lobby.state() == SessionState::Scanned);
        QVERIFY(opened.expiresIn == seconds(120));
        QVERIFY(lobby.parts.logins.getQrCode(lobby.code.sid, std::nullopt)->state == SessionState::Scanned);
        QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
        const auto approval = lobby.approve(opened.token);
        QVERIFY2(approval, approval ? "" : approval.error().message.c_str());
        QCOMPARE(approval->userName, std::string("Ada Lovelace"));
        QVERIFY(lobby.state() == SessionState::Authenticated);
        QVERIFY(lobby.shown().empty());
    }

    void thePhoneThatUnlockedTheScreenLocksItAgain() {
        Lobby lobby;
        const auto opened = lobby.open();
        QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
        QVERIFY(reasonOf(lobby.parts.scans.lock(opened.token, kPhone)) ==
                Reason::ScanEnded); // nothing to lock yet
        QVERIFY(lobby.approve(opened.token));
        lobby.parts.clock.advance(seconds(899)); // long after its code
        lobby.parts.logins.forgetOlderThan(hours(48));
        StatusAnswer heard;
        std::jthread polling([&] {
            heard = lobby.parts.waitForStatus(lobby.code.sid, {SessionState::Authenticated}, hours(1));
        });
        QVERIFY(lobby.parts.scans.lock(opened.token, kPhone));
        polling.join();
        QVERIFY(heard.state == SessionState::Ended);
        QVERIFY(!lobby.parts.logins.dashboard(lobby.code.sid));
        QVERIFY(reasonOf(lobby.parts.scans.lock(opened.token, kPhone)) == Reason::ScanEnded);
        QCOMPARE(lobby.parts.audited("login.locked_by_phone"), std::size_t(1));
        const auto trail = lobby.parts.auditTrail();
        const auto line = std::ranges::find(trail, "login.locked_by_phone", &AuditEntry::event);
        QVERIFY(!line->userId.empty() && !line->deviceId.empty() && line->address == kPhone);
    }

    void onlyThePhoneThatUnlockedTheScreenLocksIt() {
        Lobby lobby;
        const auto onlooker = lobby.open(); // has the page open, and unlocks nothing
        const TestWallet wallet(5);
        lobby.parts.enrol(wallet, "Grace");
        QVERIFY(lobby.parts.approvals.approve(wallet.proof(lobby.code.qr), kPhone));
        for (const std::string& token : {onlooker.token, std::string("forged"), std::string()})
            QVERIFY(reasonOf(lobby.parts.scans.lock(token, kPhone)) == Reason::ScanEnded);
        QVERIFY(lobby.state() == SessionState::Authenticated);
        QCOMPARE(lobby.parts.audited("login.locked_by_phone"), std::size_t(0));
    }

    void aLoginThatIsOverIsNotLockedAgain() {
        Lobby lobby;
        const auto opened = lobby.open();
        QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
        QVERIFY(lobby.approve(opened.token));
        lobby.parts.logins.signOut(lobby.code.sid, kPhone);
        QVERIFY(reasonOf(lobby.parts.scans.lock(opened.token, kPhone)) == Reason::ScanEnded);
        QCOMPARE(lobby.parts.audited("login.locked_by_phone"), std::size_t(0));
    }

    void theNumbersAreThreeDifferentOnesWithTwoDigits() {
        Lobby lobby;
        std::array<int, 3> places{};
        for (int i = 0; i < 300; ++i) {
            lobby.parts.clock.advance(seconds(1)); // within the limit of pages from one address
            lobby.code = lobby.parts.freshCode();
            const auto opened = lobby.open();
            auto numbers = opened.numbers;
            ++places[static_cast<std::size_t>(std::ranges::find(numbers, lobby.shown()) - numbers.begin())];
            std::ranges::sort(numbers);
            QVERIFY(std::ranges::adjacent_find(numbers) == numbers.end());
            for (const std::string& number : numbers)
                QVERIFY(number.size() == 2 && number >= "10" && number <= "99");
        }
        for (const int count : places) QVERIFY(count > 50); // the right one is not always at the same place
    }

    void withoutThePickedNumberNothingIsApproved() {
        Lobby lobby;
        QVERIFY(reasonOf(lobby.approve("")) == Reason::NumberRequired);
        QVERIFY(reasonOf(lobby.approve("nonsense")) == Reason::ScanEnded);
        const auto opened = lobby.open();
        QVERIFY(reasonOf(lobby.approve(opened.token)) == Reason::NumberRequired);
        QVERIFY(lobby.state() == SessionState::Scanned);
        QCOMPARE(lobby.parts.audited("login.refused number_required"), std::size_t(2));
        // A scan of another session is of no help.
        const auto other = lobby.parts.freshCode();
        const auto otherOpened = *lobby.parts.scans.open(other.qr, kPhone);
        QVERIFY(
            lobby.parts.scans.pick(otherOpened.token, lobby.parts.logins.status(other.sid).number, kPhone));
        QVERIFY(reasonOf(lobby.approve(otherOpened.token)) == Reason::ScanEnded);
    }

    void aWrongNumberBurnsTheSession() {
        Lobby lobby;
        const auto opened = lobby.open();
        QVERIFY(reasonOf(lobby.parts.scans.pick(opened.token, lobby.wrong(opened), kPhone)) ==
                Reason::WrongNumber);
        QVERIFY(lobby.state() == SessionState::Declined);
        QCOMPARE(lobby.parts.audited("login.wrong_number"), std::size_t(1));
        QVERIFY(!lobby.parts.scans.pick(opened.token, "42", kPhone));
        QVERIFY(reasonOf(lobby.approve(opened.token)) != Reason::Malformed);
        QVERIFY(reasonOf(lobby.parts.scans.open(lobby.code.qr, kPhone)) == Reason::AlreadyUsed);
        QVERIFY(lobby.parts.logins.getQrCode(lobby.code.sid, std::nullopt)->sid != lobby.code.sid);
    }

    void evenAfterTheRightOneAWrongNumberBurns() {
        Lobby lobby;
        const auto opened = lobby.open();
        const std::string wrong = lobby.wrong(opened);
        QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
        QVERIFY(reasonOf(lobby.parts.scans.pick(opened.token, wrong, kPhone)) == Reason::WrongNumber);
        QVERIFY(reasonOf(lobby.approve(opened.token)) == Reason::AlreadyUsed);
    }

    void decliningTellsTheScreenAndBurnsTheCode() {
        Lobby lobby;
        const auto opened = lobby.open();
        QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
        StatusAnswer seen;
        {
            std::jthread kiosk([&] {
                seen = lobby.parts.waitForStatus(lobby.code.sid, {SessionState::Scanned, lobby.shown()},
                                                 seconds(600));
            });
            QVERIFY(lobby.parts.scans.decline(opened.token, kPhone));
        }
        QVERIFY(seen.state == SessionState::Declined && seen.sid == lobby.code.sid);
        QVERIFY(reasonOf(lobby.approve(opened.token)) == Reason::AlreadyUsed);
        QCOMPARE(lobby.parts.audited("login.declined"), std::size_t(1));
        QVERIFY(reasonOf(lobby.parts.scans.decline(opened.token, kPhone)) == Reason::AlreadyUsed);
        QVERIFY(reasonOf(lobby.parts.scans.decline("nonsense", kPhone)) == Reason::ScanEnded);
    }

    void whoStandsBeforeTheScreenSendsAPhoneAway() {
        Lobby lobby;
        lobby.parts.logins.signOut(lobby.code.sid, kPhone); // nobody is there
        QVERIFY(lobby.state() == SessionState::Waiting);
        const auto opened = lobby.open();
        QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
        lobby.parts.logins.signOut(lobby.code.sid, kPhone);
        QVERIFY(reasonOf(lobby.approve(opened.token)) == Reason::AlreadyUsed);
        QCOMPARE(lobby.parts.audited("login.sent_away"), std::size_t(1));
    }

    void ofApprovalAndDeclineOneWins() {
        for (int round = 0; round < 10; ++round) {
            Lobby lobby;
            const auto opened = lobby.open();
            QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
            std::atomic<int> won = 0;
            {
                const std::jthread approving([&] { won += lobby.approve(opened.token) ? 1 : 0; });
                const std::jthread declining(
                    [&] { won += lobby.parts.scans.decline(opened.token, kPhone) ? 1 : 0; });
            }
            QCOMPARE(won, 1);
        }
    }

    void theLastPhoneToOpenIsTheOneThatCounts() {
        Lobby lobby;
        const auto first = lobby.open();
        const std::string firstNumber = lobby.shown();
        QVERIFY(lobby.parts.scans.pick(first.token, firstNumber, kPhone));
        const auto second = lobby.open();
        QVERIFY(reasonOf(lobby.parts.scans.pick(first.token, firstNumber, kPhone)) == Reason::ScanEnded);
        QVERIFY(reasonOf(lobby.approve(first.token)) == Reason::ScanEnded);
        QVERIFY(reasonOf(lobby.approve(second.token)) == Reason::NumberRequired);
        QVERIFY(lobby.parts.scans.pick(second.token, lobby.shown(), kPhone));
        QVERIFY(lobby.approve(second.token));
    }

    void whoWaitsSeesThePhoneAndTheNextOne() {
        Lobby lobby;
        StatusAnswer seen;
        {
            std::jthread kiosk([&] { seen = lobby.parts.waitForStatus(lobby.code.sid, {}, seconds(600)); });
            lobby.open();
        }
        QVERIFY(seen.state == SessionState::Scanned);
        QCOMPARE(seen.number, lobby.shown());
        // Opens until the number is another one: a scan in a thousand draws the same twice.
        std::string number = seen.number;
        while (lobby.shown() == seen.number) lobby.open();
        QVERIFY(
            lobby.parts.waitForStatus(lobby.code.sid, {SessionState::Scanned, number}, seconds(600)).number !=
            number);
    }

    void aScanEndsWithItsChallenge() {
        Lobby lobby;
        lobby.parts.clock.advance(seconds(50));
        const auto opened = lobby.open();
        QVERIFY(opened.expiresIn == seconds(70));
        lobby.parts.clock.advance(seconds(71));
        QVERIFY(lobby.state() == SessionState::Waiting);
        QVERIFY(reasonOf(lobby.parts.scans.pick(opened.token, "42", kPhone)) == Reason::ScanEnded);
        QVERIFY(reasonOf(lobby.parts.scans.open(lobby.code.qr, kPhone)) == Reason::Expired);
        lobby.parts.logins.forgetOlderThan(hours(48));
        QVERIFY(reasonOf(lobby.parts.scans.pick(opened.token, "42", kPhone)) == Reason::ScanEnded);
    }

    void onlyOurFreshCodesAreOpened() {
        Lobby lobby;
        QVERIFY(reasonOf(lobby.parts.scans.open("http://evil.example/fast?s=a&c=b&t=1", kPhone)) ==
                Reason::NotOurChallenge);
        QVERIFY(reasonOf(lobby.parts.scans.open("", kPhone)) == Reason::NotOurChallenge);
        const auto lost = lobby.parts.registry.add("Lost", "");
        const auto code = *lobby.parts.logins.getQrCode({}, lost->token);
        QVERIFY(lobby.parts.registry.remove("Lost"));
        QVERIFY(reasonOf(lobby.parts.scans.open(code.qr, kPhone)) == Reason::NotOurChallenge);
    }

    void oneAddressCannotFillTheDisk() {
        Lobby lobby;
        for (int i = 0; i < ScanService::kOpensPerMinute; ++i) lobby.open();
        const auto refused = lobby.parts.scans.open(lobby.code.qr, kPhone);
        QVERIFY(reasonOf(refused) == Reason::TooMany);
        QVERIFY(refused.error().retryAfter == seconds(1));
        QCOMPARE(tooMany(lobby.parts.core), std::uint64_t(1));
        QVERIFY(lobby.parts.scans.open(lobby.code.qr, "192.168.1.51"));
    }

    void walletsNeedNoNumberUnlessThePolicySaysSo() {
        Lobby lobby;
        const TestWallet wallet(2);
        lobby.parts.enrol(wallet, "Grace");
        QVERIFY(lobby.parts.approvals.approve(wallet.proof(lobby.code.qr), kPhone));

        lobby.parts.core.setPolicy({.requireNumber = NumberRule::Always});
        lobby.code = lobby.parts.freshCode();
        QVERIFY(reasonOf(lobby.parts.approvals.approve(wallet.proof(lobby.code.qr), kPhone)) ==
                Reason::NumberRequired);
        const auto opened = lobby.open();
        QVERIFY(lobby.parts.scans.pick(opened.token, lobby.shown(), kPhone));
        auto proof = wallet.proof(lobby.code.qr);
        proof.scan = opened.token;
        QVERIFY(lobby.parts.approvals.approve(proof, kPhone));
    }

    void tellsAPhoneWhatItsKeyIs() {
        Lobby lobby;
        using State = PhoneStanding::State;
        const auto standing = [&] {
            return lobby.parts.scans.standing(Credential::Kind::Page, lobby.wallet.publicKey());
        };
        QVERIFY(standing().state == State::Enrolled && standing().userName == "Ada Lovelace");
        QVERIFY(lobby.parts.scans.standing(Credential::Kind::Passkey, lobby.wallet.publicKey()).state ==
                State::Unknown);
        QVERIFY(lobby.parts.enrolment.setUserEnabled("Ada Lovelace", false));
        QVERIFY(standing().state == State::Disabled && standing().userName.empty());
        QVERIFY(lobby.parts.enrolment.setUserEnabled("Ada Lovelace", true));
        QVERIFY(lobby.parts.enrolment.revokeDevice(lobby.parts.enrolment.devices().front().device.id.text()));
        QVERIFY(standing().state == State::Unknown);
    }

    // --- typed codes ---

    void aTypedCodeFindsItsScreen() {
        Lobby lobby;
        QVERIFY(!lobby.code.typedCode.empty());
        QCOMPARE(lobby.code.typedCodeAddress, std::string("192.168.1.20:8420/c"));
        Result<std::string, Refusal> qr = refuse(Reason::Malformed, "");
        {
            std::jthread kiosk([&] { // what is held sees the question at once
                (void)lobby.parts.waitForStatus(lobby.code.sid, {}, seconds(600));
            });
            qr = lobby.parts.scans.resolveTypedCode(lobby.code.typedCode, kPhone, seconds(600));
            QVERIFY2(qr, qr ? "" : qr.error().message.c_str());
            QVERIFY(lobby.parts.scans.open(*qr, kPhone)); // and ends the poll
        }
        QVERIFY(QrString::parse(*qr)->sessionId == QrString::parse(lobby.code.qr)->sessionId);
        QVERIFY(reasonOf(lobby.parts.scans.resolveTypedCode(lobby.code.typedCode, kPhone, seconds(600))) ==
                Reason::UnknownCode); // once
    }

    void aScreenThatDoesNotHoldItsPollsIsFoundToo() {
        Lobby lobby;
        Result<std::string, Refusal> qr = refuse(Reason::Malformed, "");
        std::atomic<bool> done = false;
        {
            const std::jthread phone([&] {
                qr = lobby.parts.scans.resolveTypedCode(lobby.code.typedCode, kPhone, seconds(600));
                done = true;
            });
            while (!done) QVERIFY(lobby.state() == SessionState::Waiting);
        }
        QVERIFY(qr);
    }

    void aCodeThatNoScreenShowsIsRefusedAndAudited() {
        Lobby lobby;
        QVERIFY(reasonOf(lobby.parts.scans.resolveTypedCode("BCDF-GHJK", kPhone, seconds(0))) ==
                Reason::UnknownCode);
        QCOMPARE(lobby.parts.audited("typed_code.refused unknown_code"), std::size_t(1));
        QVERIFY(reasonOf(lobby.parts.scans.resolveTypedCode("hello", kPhone, seconds(0))) ==
                Reason::Malformed);
        // Asked for in vain once, it may be asked for again: the network may have been down.
        QVERIFY(reasonOf(lobby.parts.scans.resolveTypedCode(lobby.code.typedCode, kPhone, seconds(0))) ==
                Reason::UnknownCode);
        std::jthread kiosk([&] {
            while (lobby.parts.core.changes.watched().empty()) std::this_thread::yield(); // until it is
            (void)lobby.state();
        });
        QVERIFY(lobby.parts.scans.resolveTypedCode(lobby.code.typedCode, kPhone, seconds(600)));
    }

    void anOldCodeIsRefused() {
        Lobby lobby;
        lobby.parts.clock.advance(seconds(120));
        std::atomic<bool> done = false;
        std::jthread kiosk([&] {
            while (!done) (void)lobby.state();
        });
        QVERIFY(reasonOf(lobby.parts.scans.resolveTypedCode(lobby.code.typedCode, kPhone, seconds(0))) ==
                Reason::UnknownCode);
        done = true;
    }

    void guessingIsLimited() {
        Lobby lobby;
        const auto guess = [&](int number, const std::string& from) {
            std::string code = "BBBBBBBB";
            for (std::size_t at = 0; number > 0; ++at, number /= 20)
                code[at] = TypedCodeCodec::kAlphabet[static_cast<std::size_t>(number % 20)];
            return reasonOf(lobby.parts.scans.resolveTypedCode(code, from, seconds(0)));
        };
        for (int i = 0; i < ScanService::kMissesFromAddress; ++i)
            QVERIFY(guess(i, kPhone) == Reason::UnknownCode);
        QVERIFY(guess(999, kPhone) == Reason::TooMany);
        // Many addresses have one limit together.
        int number = ScanService::kMissesFromAddress;
        for (; number < ScanService::kMissesFromAll; ++number)
            QVERIFY(guess(number, "10.0.0." + std::to_string(number % 250)) == Reason::UnknownCode);
        QVERIFY(guess(number, "10.0.1.1") == Reason::TooMany);
        QVERIFY(reasonOf(lobby.parts.scans.resolveTypedCode(lobby.code.typedCode, "10.0.1.2", seconds(0))) ==
                Reason::TooMany);
        QCOMPARE(tooMany(lobby.parts.core), std::uint64_t(3));
        lobby.parts.clock.advance(hours(24) + seconds(1));
        QVERIFY(guess(number, kPhone) == Reason::UnknownCode);
        lobby.parts.logins.forgetOlderThan(hours(48));
        const auto kept = lobby.parts.database->read(
            [](Transaction& t) { return typed_codes::missesSince(t, "", Instant()).fromAll; });
        QCOMPARE(kept, 1);
    }
};

QTEST_APPLESS_MAIN(TestScanService)
#include "tst_scan_service.moc"
