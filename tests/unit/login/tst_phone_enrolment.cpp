#include "server/login/phone_enrolment.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

using namespace latchkey;
using std::chrono::minutes;
using std::chrono::seconds;
using Reason = Refusal::Reason;

namespace {

NewKeyProof pageKey(const TestWallet& wallet, const std::string& message) {
    const auto raw = std::get<RawEcdsaProof>(wallet.rawProof(message).proof);
    return PageKeyProof{raw.publicKey, raw.signature};
}

struct Reception {
    explicit Reception(LoginPolicy policy = {}) : parts(std::move(policy)) {
        ada = *parts.enrolment.addUser("Ada Lovelace", "");
    }

    Enrolment::Invited invite() { return *parts.enrolment.invite(ada.id.text()); }
    Result<PhoneEnrolment::Enrolled, Refusal> enrol(const Enrolment::Invited& invited,
                                                    const TestWallet& wallet) {
        return parts.phones.enrol(invited.token, pageKey(wallet, parts.phones.link(invited.token)),
                                  "Ada's phone", kPhone);
    }
    using Scanned = TestServerParts::PickedScreen;
    Scanned scanned() { return parts.pickedScreen(); }
    Result<PhoneEnrolment::Enrolled, Refusal> registerHere(const Scanned& scanned, const TestWallet& wallet,
                                                           const std::string& name = "Grace Hopper") {
        return parts.phones.registerHere({scanned.scan, name, "", "phone"}, pageKey(wallet, scanned.code.qr),
                                         kPhone);
    }
    Result<Approval, Refusal> approve(const Scanned& scanned, const TestWallet& wallet) {
        auto proof = wallet.rawProof(scanned.code.qr);
        proof.scan = scanned.scan;
        return parts.approvals.approve(proof, kPhone);
    }

    TestServerParts parts;
    User ada;
};

} // namespace

class TestPhoneEnrolment : public QObject {
    Q_OBJECT

  private slots:
    void aLinkAddsAPhoneThatUnlocks() {
        Reception reception;
        const TestWallet phone;
        const auto invited = reception.invite();
        const auto invitation = reception.parts.phones.invitation(invited.token, kPhone);
        QVERIFY(invitation);
        QCOMPARE(invitation->userName, std::string("Ada Lovelace"));
        QVERIFY(invitation->expiresIn == minutes(15));
        QCOMPARE(invitation->message, "http://192.168.1.20:8420/enrol#" + invited.token.reveal());
        const auto enrolled = reception.enrol(invited, phone);
        QVERIFY2(enrolled, enrolled ? "" : enrolled.error().message.c_str());
        QCOMPARE(enrolled->userName, std::string("Ada Lovelace"));
        const Device device = reception.parts.enrolment.devices().front().device;
        QCOMPARE(device.kind, std::string("page"));
        QCOMPARE(device.label, std::string("Ada's phone"));
        QVERIFY(reception.approve(reception.scanned(), phone));
    }

    void aLinkWorksOnceAndIsAudited() {
        Reception reception;
        const auto invited = reception.invite();
        QVERIFY(reception.enrol(invited, TestWallet(1)));
        QVERIFY(reasonOf(reception.enrol(invited, TestWallet(2))) == Reason::InvitationEnded);
        QVERIFY(reasonOf(reception.parts.phones.invitation(invited.token, kPhone)) ==
                Reason::InvitationEnded);
        QCOMPARE(reception.parts.enrolment.devices().size(), std::size_t(1));
        QCOMPARE(reception.parts.audited("invitation.refused invitation_ended"), std::size_t(1));
        QCOMPARE(reception.parts.audited("user.invited Ada Lovelace"), std::size_t(1));
    }

    void aLinkLivesAQuarterOfAnHour() {
        Reception reception;
        const auto invited = reception.invite();
        reception.parts.clock.advance(minutes(15) - seconds(1));
        QVERIFY(reception.parts.phones.invitation(invited.token, kPhone));
        reception.parts.clock.advance(seconds(1));
        QVERIFY(reasonOf(reception.parts.phones.invitation(invited.token, kPhone)) ==
                Reason::InvitationEnded);
        QVERIFY(reasonOf(reception.enrol(invited, TestWallet())) == Reason::InvitationEnded);
    }

    void onlyItsHashIsStored() {
        Reception reception;
        const auto invited = reception.invite();
        const std::string content = reception.parts.storage.content();
        QVERIFY(content.find(invited.token.reveal()) == std::string::npos);
        QVERIFY(content.find(sha256Hex(invited.token.reveal())) != std::string::npos);
    }

    void aDisabledOrRemovedUsersLinkIsVoid() {
        Reception reception;
        const auto invited = reception.invite();
        QVERIFY(reception.parts.enrolment.setUserEnabled("Ada Lovelace", false));
        QVERIFY(reasonOf(reception.enrol(invited, TestWallet())) == Reason::InvitationEnded);
        QVERIFY(!reception.parts.enrolment.invite("Ada Lovelace"));
        QVERIFY(reception.parts.enrolment.removeUser("Ada Lovelace"));
        QVERIFY(reasonOf(reception.parts.phones.invitation(invited.token, kPhone)) ==
                Reason::InvitationEnded);
        QVERIFY(reasonOf(reception.parts.phones.invitation(InvitationToken("x"), kPhone)) ==
                Reason::InvitationEnded);
    }

    void theNewKeyHasToProveItself() {
        Reception reception;
        const TestWallet phone;
        const auto invited = reception.invite();
        const auto& token = invited.token;
        const auto enrol = [&](const NewKeyProof& key) {
            return reasonOf(reception.parts.phones.enrol(token, key, "", kPhone));
        };
        QVERIFY(enrol(pageKey(phone, "another text")) == Reason::SignatureMismatch);
        auto borrowed = std::get<PageKeyProof>(pageKey(phone, reception.parts.phones.link(token)));
        borrowed.publicKey = TestWallet(2).publicKey();
        QVERIFY(enrol(borrowed) == Reason::SignatureMismatch);
        QVERIFY(enrol(PageKeyProof{"02", "00"}) == Reason::Malformed);
        QVERIFY(
            reasonOf(reception.parts.phones.enrol(token, pageKey(phone, reception.parts.phones.link(token)),
                                                  "a\nb", kPhone)) == Reason::Malformed);
        QVERIFY(reception.enrol(invited, phone)); // a failed attempt does not use the link up
        QVERIFY(reasonOf(reception.enrol(reception.invite(), phone)) == Reason::AlreadyEnrolled);
    }

    void whereRegistrationIsOpenAStrangerRegistersAndUnlocks() {
        Reception reception({.registration = Registration::Open});
        const TestWallet phone;
        const auto scanned = reception.scanned();
        const auto enrolled = reception.registerHere(scanned, phone);
        QVERIFY2(enrolled, enrolled ? "" : enrolled.error().message.c_str());
        QVERIFY(!enrolled->pending);
        QCOMPARE(reception.approve(scanned, phone)->userName, std::string("Grace Hopper"));
        QCOMPARE(reception.parts.audited("user.registered Grace Hopper"), std::size_t(1));
        QVERIFY(reasonOf(reception.registerHere(reception.scanned(), phone)) == Reason::AlreadyEnrolled);
    }

    void whereItWantsApprovalTheStrangerWaits() {
        Reception reception({.registration = Registration::Approve});
        const TestWallet phone;
        const auto scanned = reception.scanned();
        const auto enrolled = reception.registerHere(scanned, phone);
        QVERIFY(enrolled && enrolled->pending);
        QVERIFY(reception.parts.scans.standing(Credential::Kind::Page, phone.publicKey()).state ==
                PhoneStanding::State::Pending);
        QVERIFY(reasonOf(reception.approve(scanned, phone)) == Reason::Pending);
        QVERIFY(reception.parts.enrolment.approveDevice(enrolled->device.text()));
        QVERIFY(reception.parts.enrolment.approveDevice(enrolled->device.text())); // twice is no harm
        QVERIFY(reception.approve(scanned, phone));
        QVERIFY(!reception.parts.enrolment.approveDevice("d0"));
        QVERIFY(reception.parts.enrolment.revokeDevice(enrolled->device.text()));
    }

    void fastsOwnRegistrationWaitsToo() {
        Reception reception({.registration = Registration::Approve});
        const TestWallet wallet;
        QVERIFY(reasonOf(reception.parts.approvals.approve(
                    wallet.proof(reception.parts.freshCode().qr, "Bob"), kPhone)) == Reason::Pending);
        QVERIFY(reasonOf(reception.parts.approvals.approve(
                    wallet.proof(reception.parts.freshCode().qr, "Bob"), kPhone)) == Reason::Pending);
        const auto devices = reception.parts.enrolment.devices();
        QCOMPARE(devices.size(), std::size_t(1));
        QVERIFY(reception.parts.enrolment.approveDevice(devices.front().device.id.text()));
        QVERIFY(reception.parts.approvals.approve(wallet.proof(reception.parts.freshCode().qr), kPhone));
    }

    void aRevokedPhoneCannotBeApproved() {
        Reception reception({.registration = Registration::Approve});
        const auto enrolled = reception.registerHere(reception.scanned(), TestWallet());
        QVERIFY(reception.parts.enrolment.revokeDevice(enrolled->device.text()));
        QVERIFY(!reception.parts.enrolment.approveDevice(enrolled->device.text()));
    }

    void whereRegistrationIsClosedNobodyRegisters() {
        Reception reception;
        QVERIFY(reasonOf(reception.registerHere(reception.scanned(), TestWallet())) ==
                Reason::RegistrationClosed);
    }

    void registeringNeedsThePickedNumber() {
        Reception reception({.registration = Registration::Open});
        Reception::Scanned unpicked{reception.parts.freshCode(), ""};
        QVERIFY(reasonOf(reception.registerHere(unpicked, TestWallet())) == Reason::ScanEnded);
        unpicked.scan = reception.parts.scans.open(unpicked.code.qr, kPhone)->token;
        QVERIFY(reasonOf(reception.registerHere(unpicked, TestWallet())) == Reason::NumberRequired);
        QVERIFY(reception.parts.scans.decline(unpicked.scan, kPhone));
        const auto declined = reception.scanned();
        QVERIFY(reception.parts.scans.decline(declined.scan, kPhone));
        QVERIFY(reasonOf(reception.registerHere(declined, TestWallet())) == Reason::ScanEnded);
        QCOMPARE(reception.parts.enrolment.users().size(), std::size_t(1));
    }

    void aSlowTypistMayFinishAfterTheCodeHasExpired() {
        Reception reception({.registration = Registration::Open});
        const TestWallet phone;
        const auto scanned = reception.scanned();
        reception.parts.clock.advance(ScanService::kRegistrationTime);
        QVERIFY(reception.registerHere(scanned, phone));
        QVERIFY(reasonOf(reception.approve(scanned, phone)) == Reason::Expired); // that needs another scan
        QVERIFY(reception.approve(reception.scanned(), phone));
        const auto slower = reception.scanned();
        reception.parts.clock.advance(ScanService::kRegistrationTime + seconds(1));
        QVERIFY(reasonOf(reception.registerHere(slower, TestWallet(2))) == Reason::ScanEnded);
    }

    void aBadNameIsRefusedAndLeavesNoUser() {
        Reception reception({.registration = Registration::Open});
        const auto scanned = reception.scanned();
        QVERIFY(reasonOf(reception.registerHere(scanned, TestWallet(), "")) == Reason::Malformed);
        QVERIFY(reasonOf(reception.registerHere(scanned, TestWallet(), "a\nb")) == Reason::Malformed);
        QCOMPARE(reception.parts.enrolment.users().size(), std::size_t(1));
        QVERIFY(reception.registerHere(scanned, TestWallet()));
    }
};

QTEST_APPLESS_MAIN(TestPhoneEnrolment)
#include "tst_phone_enrolment.moc"
