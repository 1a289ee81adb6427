// Passkeys from enrolment to login, with a phone that is real but for its buttons. What each check of
// WebAuthn refuses is shown in the tests of the credentials.
#include "tests/support/show_strings.h"
#include "tests/support/software_authenticator.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

using namespace latchkey;
using Reason = Refusal::Reason;
using Algorithm = SoftwareAuthenticator::Algorithm;

namespace {

// A lobby with an https address, and a person with a phone that makes passkeys.
struct Lobby {
    explicit Lobby(Algorithm algorithm = Algorithm::Es256, LoginPolicy policy = {})
        : parts(std::move(policy), "https://lobby.example"), phone(algorithm) {
        ada = *parts.enrolment.addUser("Ada Lovelace", "");
    }

    NewKeyProof newKey(SoftwareAuthenticator::Ceremony ceremony) {
        auto made = phone.enrol(ceremony);
        return PasskeyRegistration{std::move(made.clientData), std::move(made.attestationObject)};
    }
    Result<PhoneEnrolment::Enrolled, Refusal> enrol() {
        const auto invited = *parts.enrolment.invite(ada.id.text());
        return parts.phones.enrol(invited.token, newKey({.challenge = parts.phones.link(invited.token)}),
                                  "phone", kPhone);
    }

    using Screen = TestServerParts::PickedScreen;
    Screen pickedScreen() { return parts.pickedScreen(); }
    // The assertion of the ceremony, posted for the screen.
    Result<Approval, Refusal> approve(const Screen& screen, const SoftwareAuthenticator::Ceremony& ceremony) {
        auto made = phone.signIn(ceremony);
        return post(screen, {std::move(made.credentialId), std::move(made.clientData),
                             std::move(made.authenticatorData), std::move(made.signature)});
    }
    Result<Approval, Refusal> approve(const Screen& screen) {
        return approve(screen, {.challenge = screen.code.qr});
    }
    Result<Approval, Refusal> post(const Screen& screen, PasskeyAssertion assertion) {
        ProofSubmission submission{PasskeyProof{std::move(assertion), screen.code.qr}};
        submission.scan = screen.scan;
        return parts.approvals.approve(submission, kPhone);
    }

    TestServerParts parts;
    SoftwareAuthenticator phone;
    User ada;
};

} // namespace

class TestPasskeyLogin : public QObject {
    Q_OBJECT

  private slots:
    void everyAlgorithmEnrolsAndUnlocks_data() {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("ES256") << -7;
        QTest::newRow("EdDSA") << -8;
        QTest::newRow("RS256") << -257;
    }
    void everyAlgorithmEnrolsAndUnlocks() {
        QFETCH(int, algorithm);
        Lobby lobby(static_cast<Algorithm>(algorithm));
        const auto enrolled = lobby.enrol();
        QVERIFY2(enrolled, enrolled ? "" : enrolled.error().message.c_str());
        QCOMPARE(lobby.parts.enrolment.devices().front().device.kind, std::string("passkey"));
        const auto screen = lobby.pickedScreen();
        const auto approval = lobby.approve(screen);
        QVERIFY2(approval, approval ? "" : approval.error().message.c_str());
        QCOMPARE(lobby.parts.logins.dashboard(screen.code.sid)->userName, std::string("Ada Lovelace"));
    }

    void aReplayedAssertionIsRefusedAndAudited() {
        Lobby lobby;
        QVERIFY(lobby.enrol());
        const auto screen = lobby.pickedScreen();
        auto made = lobby.phone.signIn({.challenge = screen.code.qr});
        const PasskeyAssertion assertion{made.credentialId, made.clientData, made.authenticatorData,
                                         made.signature};
        QVERIFY(lobby.post(screen, assertion));
        QVERIFY(reasonOf(lobby.post(screen, assertion)) == Reason::AlreadyUsed);
        // For another session: the challenge inside is not that session's.
        QVERIFY(reasonOf(lobby.post(lobby.pickedScreen(), assertion)) == Reason::SignatureMismatch);
        QCOMPARE(lobby.parts.audited("login.refused already_used"), std::size_t(1));
        QCOMPARE(lobby.parts.audited("login.refused signature_mismatch"), std::size_t(1));
    }

    void whatTheBrowserAndPhoneSayIsChecked_data() {
        QTest::addColumn<int>("which");
        QTest::newRow("another origin") << 0;
        QTest::newRow("another relying party") << 1;
        QTest::newRow("the person was not verified") << 2;
        QTest::newRow("another session's challenge") << 3;
    }
    void whatTheBrowserAndPhoneSayIsChecked() {
        QFETCH(int, which);
        Lobby lobby;
        QVERIFY(lobby.enrol());
        const auto screen = lobby.pickedScreen();
        SoftwareAuthenticator::Ceremony ceremony{.challenge = screen.code.qr};
        if (which == 0) ceremony.origin = "https://lobby.example.evil";
        if (which == 1) ceremony.relyingPartyId = "evil.example";
        if (which == 2) ceremony.flags = SoftwareAuthenticator::kUserPresent;
        if (which == 3) ceremony.challenge = lobby.parts.freshCode().qr;
        QVERIFY(reasonOf(lobby.approve(screen, ceremony)) == Reason::SignatureMismatch);
        QCOMPARE(lobby.parts.audited("login.refused signature_mismatch"), std::size_t(1));
        QVERIFY(lobby.approve(screen)); // and the session is none the worse for it
    }

    void withoutThePickedNumberItIsRefused() {
        Lobby lobby;
        QVERIFY(lobby.enrol());
        QVERIFY(reasonOf(lobby.approve({lobby.parts.freshCode(), ""})) == Reason::NumberRequired);
        QCOMPARE(lobby.parts.audited("login.refused number_required"), std::size_t(1));
    }

    void aStrangersPasskeyIsRefused() {
        Lobby lobby;
        QVERIFY(reasonOf(lobby.approve(lobby.pickedScreen())) == Reason::NotEnrolled);
        QVERIFY(lobby.enrol());
        QVERIFY(lobby.parts.enrolment.revokeDevice(lobby.parts.enrolment.devices().front().device.id.text()));
        QVERIFY(reasonOf(lobby.approve(lobby.pickedScreen())) == Reason::NotEnrolled);
    }

    void aCounterThatGoesBackIsAuditedAndLetIn() {
        Lobby lobby;
        QVERIFY(lobby.enrol());
        const auto approveWithCounter = [&](std::uint32_t counter) {
            const auto screen = lobby.pickedScreen();
            SoftwareAuthenticator::Ceremony ceremony{.challenge = screen.code.qr};
            ceremony.counter = counter;
            return bool(lobby.approve(screen, ceremony));
        };
        QVERIFY(approveWithCounter(5));
        QVERIFY(approveWithCounter(6));
        QCOMPARE(lobby.parts.audited("passkey.counter_went_back"), std::size_t(0));
        QVERIFY(approveWithCounter(6));
        QCOMPARE(lobby.parts.audited("passkey.counter_went_back"), std::size_t(1));
    }

    void anEnrolmentForAnotherLinkIsRefused() {
        Lobby lobby;
        const auto invited = *lobby.parts.enrolment.invite(lobby.ada.id.text());
        QVERIFY(reasonOf(lobby.parts.phones.enrol(invited.token, lobby.newKey({.challenge = "another link"}),
                                                  "", kPhone)) == Reason::SignatureMismatch);
        QVERIFY(lobby.enrol());
        QVERIFY(reasonOf(lobby.enrol()) == Reason::AlreadyEnrolled);
    }

    void aStrangerRegistersWithAPasskeyAndUnlocks() {
        Lobby lobby(Algorithm::Es256, {.registration = Registration::Open});
        const auto screen = lobby.pickedScreen();
        const auto enrolled = lobby.parts.phones.registerHere(
            {screen.scan, "Grace Hopper", "", "phone"}, lobby.newKey({.challenge = screen.code.qr}), kPhone);
        QVERIFY2(enrolled, enrolled ? "" : enrolled.error().message.c_str());
        QCOMPARE(lobby.approve(screen)->userName, std::string("Grace Hopper"));
    }
};

QTEST_APPLESS_MAIN(TestPasskeyLogin)
#include "tst_passkey_login.moc"
