// Lightning wallets from QR code to login, with the scan client's own wallet.
#include "common/lnurl.h"
#include "tests/phone/lnurl_login.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace latchkey;
using std::chrono::seconds;
using Reason = Refusal::Reason;

namespace {

// What the wallet's callback says, as the route reads it.
WalletProof proofOf(const std::string& scanned, const TestWallet& wallet) {
    const auto login = phone::LnurlLogin::of(scanned);
    if (!login) qFatal("%s", login.error().c_str());
    const std::string url = phone::signedCallback(*login, phone::linkingKey(wallet.key(), login->domain));
    const QUrlQuery query(QString::fromStdString(url.substr(url.find('?') + 1)));
    const auto value = [&](const char* name) { return query.queryItemValue(name).toStdString(); };
    return {value("k1"), value("sig"), value("key"), value("k")};
}

struct Lobby {
    explicit Lobby(LoginPolicy policy = {}, const std::string& publicUrl = "https://lobby.example")
        : parts(std::move(policy), publicUrl) {
        ada = *parts.enrolment.addUser("Ada Lovelace", "");
    }

    Result<PhoneEnrolment::Enrolled, Refusal> link(const TestWallet& wallet) {
        const auto invited = *parts.enrolment.invite(ada.id.text());
        return parts.phones.linkWallet(proofOf(parts.phones.invitation(invited.token, kPhone)->lnurl, wallet),
                                       kPhone);
    }
    Result<Approval, Refusal> approve(const std::string& qr, const TestWallet& wallet,
                                      const std::string& name = {}) {
        ProofSubmission submission{proofOf(qr, wallet)};
        submission.name = name;
        return parts.approvals.approve(submission, kPhone);
    }

    TestServerParts parts;
    TestWallet wallet;
    User ada;
};

} // namespace

class TestWalletLogin : public QObject {
    Q_OBJECT

  private slots:
    void aLinkedWalletUnlocksFromTheSameCode() {
        Lobby lobby;
        const auto enrolled = lobby.link(lobby.wallet);
        QVERIFY2(enrolled, enrolled ? "" : enrolled.error().message.c_str());
        const Device device = lobby.parts.enrolment.devices().front().device;
        QCOMPARE(device.kind, std::string("wallet"));
        const auto code = lobby.parts.freshCode();
        const auto approval = lobby.approve(code.qr, lobby.wallet);
        QVERIFY2(approval, approval ? "" : approval.error().message.c_str());
        QCOMPARE(lobby.parts.logins.dashboard(code.sid)->userName, std::string("Ada Lovelace"));
        QVERIFY(reasonOf(lobby.approve(code.qr, lobby.wallet)) == Reason::AlreadyUsed);
        // The very same code serves FAST's wallets and the phone page, too.
        lobby.parts.enrol(TestWallet(7), "Grace");
        QVERIFY(lobby.parts.approvals.approve(TestWallet(7).proof(lobby.parts.freshCode().qr), kPhone));
    }

    void aKiosksCodeNamesTheKiosk() {
        Lobby lobby;
        QVERIFY(lobby.link(lobby.wallet));
        const auto kiosk = lobby.parts.registry.add("Lobby", "Ground floor");
        const auto code = *lobby.parts.logins.getQrCode({}, kiosk->token);
        QCOMPARE(lobby.approve(code.qr, lobby.wallet)->kiosk->name, std::string("Lobby"));
        QCOMPARE(lobby.parts.logins.dashboard(code.sid)->kiosk->place, std::string("Ground floor"));
    }

    void offersLightningWhereWalletsCanFollow_data() {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<bool>("offered");
        QTest::newRow("https") << std::string("https://lobby.example") << true;
        QTest::newRow("onion") << std::string("http://abcdefghijklmnop.onion") << true;
        QTest::newRow("http in a LAN") << std::string("http://192.168.1.20:8420") << false;
    }
    void offersLightningWhereWalletsCanFollow() {
        QFETCH(std::string, url);
        QFETCH(bool, offered);
        Lobby lobby({}, url);
        const auto invited = *lobby.parts.enrolment.invite(lobby.ada.id.text());
        const auto has = [](const std::string& text) { return text.find("LNURL1") != std::string::npos; };
        QCOMPARE(has(lobby.parts.freshCode().qr), offered);
        QCOMPARE(has(lobby.parts.phones.invitation(invited.token, kPhone)->lnurl), offered);
        lobby.parts.core.setPolicy({.lightning = false});
        QVERIFY(!has(lobby.parts.freshCode().qr));
        QVERIFY(lobby.parts.phones.invitation(invited.token, kPhone)->lnurl.empty());
    }

    void everyRefusalHasItsReason() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        QVERIFY(reasonOf(lobby.approve(code.qr, lobby.wallet)) == Reason::NotEnrolled);
        QVERIFY(lobby.link(lobby.wallet));

        auto proof = proofOf(code.qr, lobby.wallet);
        const auto post = [&](const WalletProof& altered) {
            return reasonOf(lobby.parts.approvals.approve(ProofSubmission{altered}, kPhone));
        };
        auto otherKey = proof;
        otherKey.key = proofOf(code.qr, TestWallet(2)).key;
        QVERIFY(post(otherKey) == Reason::SignatureMismatch);
        auto noHex = proof;
        noHex.signature = "zz";
        QVERIFY(post(noHex) == Reason::Malformed);
        auto forged = proof;
        forged.k1.back() = forged.k1.back() == '0' ? '1' : '0';
        QVERIFY(post(forged) == Reason::NotOurChallenge);
        auto otherKiosk = proof;
        otherKiosk.kiosk = "k1234567";
        QVERIFY(post(otherKiosk) == Reason::NotOurChallenge);
        lobby.parts.clock.advance(seconds(121));
        QVERIFY(post(proof) == Reason::Expired);
    }

    void theNumberCanShutWalletsOut() {
        Lobby lobby;
        QVERIFY(lobby.link(lobby.wallet));
        lobby.parts.core.setPolicy({.requireNumber = NumberRule::Always});
        QVERIFY(reasonOf(lobby.approve(lobby.parts.freshCode().qr, lobby.wallet)) == Reason::NumberRequired);
    }

    void aWalletRegistersWhereThatIsOpen() {
        Lobby lobby({.registration = Registration::Open});
        const auto code = lobby.parts.freshCode();
        QVERIFY(reasonOf(lobby.approve(code.qr, lobby.wallet)) == Reason::NotEnrolled); // no action=register
        QCOMPARE(lobby.approve(code.qr, lobby.wallet, "Satoshi")->userName, std::string("Satoshi"));
    }

    void anInvitationLinksOneWallet() {
        Lobby lobby;
        const auto invited = *lobby.parts.enrolment.invite(lobby.ada.id.text());
        const std::string lnurl = lobby.parts.phones.invitation(invited.token, kPhone)->lnurl;
        const auto link = [&](const WalletProof& proof) {
            return lobby.parts.phones.linkWallet(proof, kPhone);
        };
        auto wrong = proofOf(lnurl, lobby.wallet);
        wrong.key = proofOf(lnurl, TestWallet(2)).key;
        QVERIFY(reasonOf(link(wrong)) == Reason::SignatureMismatch);
        QVERIFY(link(proofOf(lnurl, lobby.wallet)));
        QVERIFY(reasonOf(link(proofOf(lnurl, TestWallet(2)))) == Reason::InvitationEnded);
        QVERIFY(reasonOf(lobby.link(lobby.wallet)) == Reason::AlreadyEnrolled);
        // A sign-in challenge is no invitation, nor the other way round.
        QVERIFY(reasonOf(link(proofOf(lobby.parts.freshCode().qr, TestWallet(2)))) ==
                Reason::NotOurChallenge);
        const auto next = *lobby.parts.enrolment.invite(lobby.ada.id.text());
        const std::string nextLnurl = lobby.parts.phones.invitation(next.token, kPhone)->lnurl;
        QVERIFY(reasonOf(lobby.approve(nextLnurl, lobby.wallet)) == Reason::NotOurChallenge);
        lobby.parts.clock.advance(Enrolment::kInvitationLifetime);
        QVERIFY(reasonOf(link(proofOf(nextLnurl, TestWallet(2)))) == Reason::InvitationEnded);
    }
};

QTEST_APPLESS_MAIN(TestWalletLogin)
#include "tst_wallet_login.moc"
