#include "common/lnurl.h"
#include "server/credentials/lnurl_auth.h"
#include "server/login/challenge.h"
#include "server/login/lnurl_challenge.h"
#include "tests/phone/lnurl_login.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <random>

using namespace latchkey;
using std::chrono::seconds;
using std::chrono::sys_seconds;

namespace {

const std::string kPublicUrl = "https://lobby.example";

// The value of a parameter of a URL; empty when it has none of that name.
std::string parameter(const std::string& url, const std::string& name) {
    const std::size_t at = url.find(name + "=");
    if (at == std::string::npos || std::string_view("?&").find(url[at - 1]) == std::string_view::npos)
        return {};
    const std::size_t start = at + name.size() + 1;
    return url.substr(start, url.find('&', start) - start);
}

} // namespace

class TestLnurlChallenge : public QObject {
    Q_OBJECT

    const KeyRing m_keys{ServerKey::generate(systemRandom())};
    LnurlChallengeCodec m_codec{m_keys, kPublicUrl};
    const sys_seconds m_now{seconds(1'800'000'000)};
    const seconds m_window{120};
    const LnurlChallengeCodec::SignIn m_signIn{SessionId("0123456789abcdef"), KioskId("k1234567"), m_now};
    const LnurlChallengeCodec::Invitation m_invitation{
        {'i', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c'}, m_now + seconds(900)};

    std::string signInK1() const { return parameter(*m_codec.url(m_signIn), "k1"); }
    std::string invitationK1() const { return parameter(m_codec.url(m_invitation, m_now), "k1"); }

    // Nothing: it is good.
    std::optional<ChallengeError> refusal(const std::string& k1, const std::string& kiosk,
                                          sys_seconds now) const {
        const auto checked = m_codec.checkSignIn(k1, kiosk, now, m_window);
        return checked ? std::nullopt : std::optional(checked.error());
    }
    std::optional<ChallengeError> refusal(const std::string& k1, sys_seconds now) const {
        const auto checked = m_codec.checkInvitation(k1, now);
        return checked ? std::nullopt : std::optional(checked.error());
    }

  private slots:
    void isTheDocumentedUrl() {
        const std::string url = *m_codec.url(m_signIn);
        QVERIFY(url.starts_with("https://lobby.example/ln?tag=login&k1="));
        QVERIFY(url.ends_with("&k=k1234567"));
        // The session_ID and the time, in the open; 16 bytes of tag follow.
        QVERIFY(parameter(url, "k1").starts_with("d35db7e39ebbf3d69b71d79f6b49d200"));
        QCOMPARE(parameter(url, "k1").size(), 64U);

        const std::string unregistered = *m_codec.url({m_signIn.sessionId, KioskId(), m_now});
        QCOMPARE(unregistered, "https://lobby.example/ln?tag=login&k1=" + parameter(unregistered, "k1"));
        QCOMPARE(m_codec.url(m_invitation, m_now),
                 "https://lobby.example/ln?tag=login&k1=" + invitationK1() + "&action=link");
    }

    void acceptsWhatItMinted() {
        for (const char* kiosk : {"k1234567", ""}) {
            const std::string url = *m_codec.url({m_signIn.sessionId, KioskId(kiosk), m_now});
            const auto checked =
                m_codec.checkSignIn(parameter(url, "k1"), parameter(url, "k"), m_now + seconds(5), m_window);
            QVERIFY(checked);
            QCOMPARE(checked->sessionId.text(), m_signIn.sessionId.text());
            QCOMPARE(checked->kioskId.text(), std::string(kiosk));
            QVERIFY(checked->mintedAt == m_now);
        }
        const auto invitation = m_codec.checkInvitation(invitationK1(), m_now);
        QVERIFY(invitation && invitation->id == m_invitation.id);
        QVERIFY(invitation->expiresAt == m_invitation.expiresAt);
    }

    void takesEveryInstantAndSubject() {
        std::mt19937 random(4);
        for (int round = 0; round < 500; ++round) {
            LnurlChallengeCodec::Invitation invitation{{}, sys_seconds(seconds(random()))};
            for (std::uint8_t& byte : invitation.id) byte = static_cast<std::uint8_t>(random());
            const SessionId session(toBase64Url(invitation.id));

            const auto opened = m_codec.checkInvitation(parameter(m_codec.url(invitation, m_now), "k1"),
                                                        invitation.expiresAt);
            const std::string url = *m_codec.url({session, KioskId("k"), invitation.expiresAt});
            const auto signIn =
                m_codec.checkSignIn(parameter(url, "k1"), "k", invitation.expiresAt, m_window);

            QVERIFY(opened && opened->id == invitation.id && opened->expiresAt == invitation.expiresAt);
            QVERIFY(signIn && signIn->sessionId == session && signIn->mintedAt == invitation.expiresAt);
        }
    }

    void aWalletProvesItsKeyWithWhatIsInTheQrCode() {
        const ChallengeCodec challenges(m_keys, kPublicUrl);
        const Session session{m_signIn.sessionId, m_signIn.kioskId, m_now};
        const std::string qr = challenges.mint(session, m_now, QrStyle::Lightning).text();

        const auto login = phone::LnurlLogin::of(qr);
        QVERIFY2(login, login ? "" : login.error().c_str());
        const phone::WalletKey key = phone::linkingKey(*phone::WalletKey::generate(), login->domain);
        const std::string callback = phone::signedCallback(*login, key);

        const std::string k1 = parameter(callback, "k1");
        const auto checked = challenges.lnurl().checkSignIn(k1, parameter(callback, "k"), m_now, m_window);
        QVERIFY(checked && checked->sessionId == session.id && checked->kioskId == session.kioskId);
        const auto proven = verifyLnurlAuth(k1, parameter(callback, "sig"), parameter(callback, "key"));
        QVERIFY(proven && proven->kind == Credential::Kind::Wallet);
        QCOMPARE(proven->text, toHex(key.publicKey().compressed));
    }

    void aWalletLinksItsKeyWithAnInvitation() {
        const auto login = phone::LnurlLogin::of(toLnurl(m_codec.url(m_invitation, m_now)));
        QVERIFY(login);
        QCOMPARE(login->action, std::string("link"));
        const std::string callback = phone::signedCallback(*login, *phone::WalletKey::generate());

        QVERIFY(!refusal(parameter(callback, "k1"), m_now));
        QVERIFY(verifyLnurlAuth(parameter(callback, "k1"), parameter(callback, "sig"),
                                parameter(callback, "key")));
    }

    // The wallet gets k1 in lower case; what it signs is the bytes.
    void takesUpperCase() {
        const QByteArray upper = QByteArray::fromStdString(signInK1()).toUpper();
        QVERIFY(!refusal(upper.toStdString(), "k1234567", m_now));
    }

    void refusesAnotherKiosk() {
        for (const char* kiosk : {"", "k1234568", "k1234567&action=link", "K1234567"}) {
            QCOMPARE(refusal(signInK1(), kiosk, m_now), ChallengeError::NotOurs);
        }
        const std::string unregistered =
            parameter(*m_codec.url({m_signIn.sessionId, KioskId(), m_now}), "k1");
        QCOMPARE(refusal(unregistered, "k1234567", m_now), ChallengeError::NotOurs);
    }

    void refusesEverySingleChangedBit() {
        for (const std::string& good : {signInK1(), invitationK1()}) {
            Bytes bytes = *fromHex(good);
            for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
                bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << bit % 8));
                QCOMPARE(refusal(toHex(bytes), "k1234567", m_now), ChallengeError::NotOurs);
                QCOMPARE(refusal(toHex(bytes), m_now), ChallengeError::NotOurs);
                bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << bit % 8));
            }
        }
    }

    void refusesOneForTheOther() {
        QCOMPARE(refusal(invitationK1(), "", m_now), ChallengeError::NotOurs);
        QCOMPARE(refusal(invitationK1(), "k1234567", m_now), ChallengeError::NotOurs);
        QCOMPARE(refusal(signInK1(), m_now), ChallengeError::NotOurs);
        // Not even about the same bytes.
        const std::string session = toBase64Url(m_invitation.id);
        const std::string k1 =
            parameter(*m_codec.url({SessionId(session), KioskId(), m_invitation.expiresAt}), "k1");
        QVERIFY(k1 != invitationK1() && k1.substr(0, 32) == invitationK1().substr(0, 32));
        QCOMPARE(refusal(k1, m_now), ChallengeError::NotOurs);
    }

    void refusesAnotherServers() {
        const KeyRing otherKeys(ServerKey::generate(systemRandom()));
        const LnurlChallengeCodec otherServer(otherKeys, kPublicUrl);
        const LnurlChallengeCodec otherHost(m_keys, "https://login.example.org");
        for (const LnurlChallengeCodec* other : {&otherServer, &otherHost}) {
            QCOMPARE(refusal(parameter(*other->url(m_signIn), "k1"), "k1234567", m_now),
                     ChallengeError::NotOurs);
            QCOMPARE(refusal(parameter(other->url(m_invitation, m_now), "k1"), m_now),
                     ChallengeError::NotOurs);
        }
    }

    void refusesWhatIsNoK1_data() {
        QTest::addColumn<std::string>("k1");
        QTest::newRow("nothing") << std::string();
        QTest::newRow("zero") << std::string(64, '0');
        QTest::newRow("one digit short") << std::string(63, '0');
        QTest::newRow("one byte short") << std::string(62, '0');
        QTest::newRow("one byte more") << std::string(66, '0');
        QTest::newRow("no hex") << std::string(64, 'x');
        QTest::newRow("NUL bytes") << std::string(64, '\0');
        QTest::newRow("a megabyte") << std::string(1 << 20, '0');
    }
    void refusesWhatIsNoK1() {
        QFETCH(std::string, k1);
        QCOMPARE(refusal(k1, "k1234567", m_now), ChallengeError::NotOurs);
        QCOMPARE(refusal(k1, m_now), ChallengeError::NotOurs);
    }

    void signInEndsWithItsWindow() {
        QVERIFY(!refusal(signInK1(), "k1234567", m_now + m_window));
        QCOMPARE(refusal(signInK1(), "k1234567", m_now + m_window + seconds(1)), ChallengeError::Expired);
        QVERIFY(!refusal(signInK1(), "k1234567", m_now - seconds(10))); // another node's clock
        QCOMPARE(refusal(signInK1(), "k1234567", m_now - seconds(11)), ChallengeError::Expired);
    }

    void anInvitationEndsWhenItSays() {
        QVERIFY(!refusal(invitationK1(), m_invitation.expiresAt));
        QCOMPARE(refusal(invitationK1(), m_invitation.expiresAt + seconds(1)), ChallengeError::Expired);
    }

    void aSessionIdOfAnotherShapeHasNone() {
        for (const char* id : {"", "a", "0123456789abcde", "0123456789abcdef0", "0123456789abcde!"}) {
            QVERIFY(!m_codec.url({SessionId(id), KioskId(), m_now}));
        }
    }
};

QTEST_APPLESS_MAIN(TestLnurlChallenge)
#include "tst_lnurl_challenge.moc"
