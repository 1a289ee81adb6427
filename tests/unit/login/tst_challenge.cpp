#include "common/lnurl.h"
#include "server/login/challenge.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;
using std::chrono::seconds;
using std::chrono::sys_seconds;

Q_DECLARE_METATYPE(latchkey::QrStyle)

class TestChallenge : public QObject {
    Q_OBJECT

    const KeyRing m_keys{ServerKey::generate(systemRandom())};
    ChallengeCodec m_codec{m_keys, "http://192.168.1.20:8420"};
    const sys_seconds m_now{seconds(1'800'000'000)};
    const Session m_session{SessionId("0123456789abcdef"), KioskId("k1234567"), m_now};
    const seconds m_window{120};

    ChallengeError refusal(const std::string& message, sys_seconds now) const {
        const auto checked = m_codec.check(message, now, m_window);
        if (checked) qFatal("accepted: %s", message.c_str());
        return checked.error();
    }

  private slots:
    void acceptsWhatItMinted() {
        const QrString qr = m_codec.mint(m_session, m_now);
        QVERIFY(qr.text().starts_with("http://192.168.1.20:8420/fast?s=0123456789abcdef&c="));
        const auto checked = m_codec.check(qr.text(), m_now, m_window);
        QVERIFY(checked && checked->sessionId == m_session.id && checked->kioskId == m_session.kioskId);
    }

    // Also what is left of a setting that changed while codes were on screens.
    void acceptsBothStyles() {
        for (const QrStyle style : {QrStyle::Plain, QrStyle::Lightning}) {
            const QrString qr = m_codec.mint(m_session, m_now, style);
            QCOMPARE(qr.lightning.empty(), style == QrStyle::Plain);
            const auto checked = m_codec.check(qr.text(), m_now, m_window);
            QVERIFY(checked && checked->text() == qr.text());
        }
    }

    void leadsLightningWalletsToTheSameSession() {
        const QrString qr = m_codec.mint(m_session, m_now, QrStyle::Lightning);
        const auto callback = fromLnurl(qr.text());
        QVERIFY(callback);
        QCOMPARE(*callback, *m_codec.lnurl().url({m_session.id, m_session.kioskId, m_now}));
    }

    void refusesAChangedAddedOrRemovedLnurl() {
        const QrString plain = m_codec.mint(m_session, m_now);
        const QrString good = m_codec.mint(m_session, m_now, QrStyle::Lightning);
        const QrString later = m_codec.mint(m_session, m_now + seconds(1), QrStyle::Lightning);
        std::vector<QrString> changed(5, good);
        changed[0].lightning = later.lightning;
        changed[1].lightning = toLnurl("https://evil.example/ln?tag=login&k1=" + std::string(64, '0'));
        changed[2].lightning.clear();
        changed[3] = plain;
        changed[3].lightning = good.lightning;
        changed[4].secret = plain.secret;
        for (const QrString& qr : changed) {
            QVERIFY(QrString::parse(qr.text()));
            QVERIFY(refusal(qr.text(), m_now) == ChallengeError::NotOurs);
        }
    }

    void refusesASessionIdOfAnotherShape() {
        for (const char* id : {"a", "0123456789abcde", "0123456789abcdef0"}) {
            QrString qr = m_codec.mint(m_session, m_now, QrStyle::Lightning);
            qr.sessionId = SessionId(id);
            QVERIFY(refusal(qr.text(), m_now) == ChallengeError::NotOurs);
        }
    }

    void isFreshEverySecondAndForEverySession() {
        const std::string first = m_codec.mint(m_session, m_now).secret;
        QVERIFY(m_codec.mint(m_session, m_now + seconds(1)).secret != first);
        Session other = m_session;
        other.id = SessionId("0123456789abcdeg");
        QVERIFY(m_codec.mint(other, m_now).secret != first);
        other = m_session;
        other.kioskId = KioskId();
        QVERIFY(m_codec.mint(other, m_now).secret != first);
    }

    // Decision 3: a changed host, session, kiosk, secret or time is refused.
    void refusesAChangedHostSessionKioskSecretOrTime() {
        const QrString good = m_codec.mint(m_session, m_now);
        std::vector<QrString> changed(7, good);
        changed[0].publicUrl = "http://192.168.1.21:8420";
        changed[1].sessionId = SessionId("0123456789abcdeF");
        changed[2].kioskId = KioskId("k1234568");
        changed[3].kioskId = KioskId();
        changed[4].secret[0] = changed[4].secret[0] == 'A' ? 'B' : 'A';
        changed[5].mintedAt += seconds(1);
        changed[6].mintedAt -= seconds(1);
        for (const QrString& qr : changed) QVERIFY(refusal(qr.text(), m_now) == ChallengeError::NotOurs);
    }

    void refusesEverySingleChangedCharacter_data() {
        QTest::addColumn<QrStyle>("style");
        QTest::newRow("plain") << QrStyle::Plain;
        QTest::newRow("lightning") << QrStyle::Lightning;
    }
    void refusesEverySingleChangedCharacter() {
        QFETCH(QrStyle, style);
        const std::string good = m_codec.mint(m_session, m_now, style).text();
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (const char replacement : {'0', 'A', 'z', '&', '\0'}) {
                std::string changed = good;
                if (changed[at] == replacement) continue;
                changed[at] = replacement;
                QVERIFY(refusal(changed, m_now) == ChallengeError::NotOurs);
            }
        }
        for (const std::string& changed :
             {good + " ", good + "&x=1", " " + good, good.substr(0, good.size() - 1)}) {
            QVERIFY(refusal(changed, m_now) == ChallengeError::NotOurs);
        }
    }

    void refusesAChallengeOlderThanItsWindow() {
        const std::string text = m_codec.mint(m_session, m_now).text();
        QVERIFY(m_codec.check(text, m_now + m_window, m_window));
        QVERIFY(refusal(text, m_now + m_window + seconds(1)) == ChallengeError::Expired);
        QVERIFY(refusal(text, m_now + std::chrono::hours(24)) == ChallengeError::Expired);
    }

    void refusesAChallengeFromTheFuture() {
        const std::string text = m_codec.mint(m_session, m_now).text();
        QVERIFY(m_codec.check(text, m_now - seconds(10), m_window)); // another node's clock is a little ahead
        QVERIFY(refusal(text, m_now - seconds(11)) == ChallengeError::Expired);
    }

    void refusesAnotherServersChallenge() {
        const KeyRing otherKeys(ServerKey::generate(systemRandom()));
        const ChallengeCodec other(otherKeys, "http://192.168.1.20:8420");
        QVERIFY(refusal(other.mint(m_session, m_now).text(), m_now) == ChallengeError::NotOurs);
        const ChallengeCodec sameKeyOtherHost(m_keys, "https://login.example.org");
        QVERIFY(refusal(sameKeyOtherHost.mint(m_session, m_now).text(), m_now) == ChallengeError::NotOurs);
    }
};

QTEST_APPLESS_MAIN(TestChallenge)
#include "tst_challenge.moc"
