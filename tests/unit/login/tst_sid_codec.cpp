#include "server/login/sid_codec.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <set>

using namespace latchkey;
using std::chrono::seconds;
using std::chrono::sys_seconds;

class TestSidCodec : public QObject {
    Q_OBJECT

    const KeyRing m_keys{ServerKey::generate(systemRandom())};
    const SidCodec m_codec{m_keys, systemRandom()};
    const sys_seconds m_now{seconds(1'800'000'000)};

  private slots:
    void opensWhatItMints() {
        for (const char* kiosk : {"", "k1234567", "k"}) {
            const Sid sid = m_codec.mint(KioskId(kiosk), m_now);
            const auto session = m_codec.open(sid);
            QVERIFY(session);
            QCOMPARE(session->kioskId.text(), std::string(kiosk));
            QVERIFY(session->startedAt == m_now);
            QCOMPARE(session->id.text().size(), std::size_t(16));
            QVERIFY(m_codec.open(sid)->id == session->id);
        }
    }

    void everySessionIsItsOwn() {
        std::set<std::string> sids;
        std::set<SessionId> ids;
        for (int i = 0; i < 1000; ++i) {
            const Sid sid = m_codec.mint({}, m_now);
            sids.insert(sid.reveal());
            ids.insert(m_codec.open(sid)->id);
        }
        QCOMPARE(sids.size(), std::size_t(1000));
        QCOMPARE(ids.size(), std::size_t(1000));
    }

    void refusesEveryForgery() {
        const Bytes bytes = *fromBase64Url(m_codec.mint(KioskId("k1234567"), m_now).reveal());
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes forged = bytes;
            forged[bit / 8] ^= static_cast<std::uint8_t>(1 << (bit % 8));
            QVERIFY(!m_codec.open(Sid(toBase64Url(forged))));
        }
        QVERIFY(!m_codec.open(Sid(toBase64Url(ByteView(bytes).first(bytes.size() - 1)))));
        for (const char* text : {"", "null", "undefined", "x", "AAAA", "../../etc/passwd"}) {
            QVERIFY2(!m_codec.open(Sid(text)), text);
        }
        QVERIFY(!m_codec.open(Sid(std::string(100'000, 'A'))));
    }

    void anotherServersSidDoesNotOpen() {
        const KeyRing otherKeys(ServerKey::generate(systemRandom()));
        QVERIFY(!SidCodec(otherKeys, systemRandom()).open(m_codec.mint({}, m_now)));
        QVERIFY(SidCodec(m_keys, systemRandom()).open(m_codec.mint({}, m_now))); // another node of ours
    }

    // Decision 1: the session_ID is shown to everybody, and says nothing of the sid.
    void theSessionIdSharesNothingWithTheSid() {
        for (int i = 0; i < 200; ++i) {
            const Sid sid = m_codec.mint({}, m_now);
            const Bytes sidBytes = *fromBase64Url(sid.reveal());
            const Bytes idBytes = *fromBase64Url(m_codec.open(sid)->id.text());
            for (std::size_t at = 0; at + 4 <= sidBytes.size(); ++at) {
                const auto begin = sidBytes.begin() + static_cast<std::ptrdiff_t>(at);
                QVERIFY(std::search(idBytes.begin(), idBytes.end(), begin, begin + 4) == idBytes.end());
            }
            QVERIFY(!m_codec.open(Sid(m_codec.open(sid)->id.text())));
        }
    }
};

QTEST_APPLESS_MAIN(TestSidCodec)
#include "tst_sid_codec.moc"
