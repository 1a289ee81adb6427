#include "server/login/key_ring.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_seconds;

namespace {

const sys_seconds kNow{seconds(1'800'000'000)}; // 2027-01-15T08:00:00Z

ServerKey newKey() {
    return ServerKey::generate(systemRandom());
}

std::string macOf(const DerivedKey& key) {
    return toHex(key.mac(asBytes("x"), 32));
}
std::string macOf(const ServerKey& key) {
    return macOf(key.derive("test"));
}

std::vector<std::string> idsOf(const KeyRing& ring) {
    std::vector<std::string> ids;
    for (const KeyRing::Entry& entry : ring.entries()) ids.push_back(entry.key.id());
    return ids;
}

} // namespace

class TestKeyRing : public QObject {
    Q_OBJECT

    const ServerKey m_first = newKey();
    const ServerKey m_second = newKey();
    const ServerKey m_third = newKey();

    // The second in force from now on, the third in an hour.
    KeyRing threeKeys() const {
        KeyRing ring(m_first);
        if (!ring.rotate(m_second, kNow, kNow - hours(1)) || !ring.rotate(m_third, kNow + hours(1), kNow))
            qFatal("it cannot be rotated");
        return ring;
    }

  private slots:
    void eachKeyIsInForceUntilTheNext() {
        const KeyRing ring = threeKeys();
        const DerivedKeys derived = ring.derive("test");
        const std::vector<std::pair<seconds, const ServerKey*>> expected{
            {hours(-100'000), &m_first}, {seconds(-1), &m_first},   {seconds(0), &m_second},
            {seconds(3599), &m_second},  {seconds(3600), &m_third}, {hours(100'000), &m_third}};
        for (const auto& [after, key] : expected) {
            QCOMPARE(ring.inForce(kNow + after).key.id(), key->id());
            QCOMPARE(macOf(derived.at(kNow + after)), macOf(*key));
        }
    }

    void ofAnUnknownTimeAllUntilThenCount() {
        const DerivedKeys derived = threeKeys().derive("test");
        const auto until = [&](seconds after) {
            std::vector<std::string> macs;
            for (const DerivedKey* key : derived.until(kNow + after)) macs.push_back(macOf(*key));
            return macs;
        };
        QCOMPARE(until(seconds(-1)), std::vector{macOf(m_first)});
        QCOMPARE(until(seconds(0)), (std::vector{macOf(m_second), macOf(m_first)}));
        QCOMPARE(until(hours(1)), (std::vector{macOf(m_third), macOf(m_second), macOf(m_first)}));
    }

    void isReadAsItIsWritten() {
        const KeyRing ring = threeKeys();
        const std::string text = ring.reveal();
        QCOMPARE(text, m_first.reveal() + "\n" + m_second.reveal() + " 2027-01-15T08:00:00Z\n" +
                           m_third.reveal() + " 2027-01-15T09:00:00Z\n");
        const auto read = KeyRing::parse(text);
        QVERIFY2(read, read ? "" : read.error().c_str());
        QCOMPARE(read->reveal(), text);
    }

    // As it was before there could be several; and as editors leave it.
    void readsOneKeyAlone() {
        for (const char* end : {"", "\n", "\r\n"}) {
            const auto read = KeyRing::parse(m_first.reveal() + end);
            QVERIFY(read);
            QCOMPARE(idsOf(*read), std::vector{m_first.id()});
            QVERIFY(!read->entries().front().from);
        }
    }

    void saysWhatIsWrongWithWhichLine_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("reason");
        const std::string hex(64, 'a');
        QTest::newRow("empty") << std::string("\n") << std::string("it is empty");
        QTest::newRow("no key") << std::string("hello\n")
                                << std::string("line 1: it does not begin with 64 hex digits");
        QTest::newRow("short") << hex.substr(1) << std::string("line 1: it does not begin");
        QTest::newRow("long") << hex + "a" << std::string("line 1: there is no time");
        QTest::newRow("no time") << hex + "\n" + hex + " soon" << std::string("line 2: there is no time");
        QTest::newRow("two without a time") << hex + "\n" + hex << std::string("line 2: only the first");
        QTest::newRow("backwards") << hex + " 2027-01-15T08:00:00Z\n" + hex + " 2027-01-15T08:00:00Z"
                                   << std::string("line 2: its time is not after");
        QTest::newRow("empty line") << hex + "\n\n" + hex + " 2027-01-15T08:00:00Z"
                                    << std::string("line 2: it does not begin");
        std::string many = hex + "\n";
        for (std::size_t i = 0; i < KeyRing::kMostKeys; ++i)
            many += hex + " " + std::to_string(2000 + i) + "-01-01T00:00:00Z\n";
        QTest::newRow("too many") << many << std::string("more than 32");
    }
    void saysWhatIsWrongWithWhichLine() {
        QFETCH(std::string, text);
        QFETCH(std::string, reason);
        const auto read = KeyRing::parse(text);
        QVERIFY(!read);
        QVERIFY2(read.error().find(reason) != std::string::npos, read.error().c_str());
    }

    void oneKeyAtATimeIsToCome() {
        KeyRing ring = threeKeys();
        const auto refused = ring.rotate(newKey(), kNow + hours(2), kNow + seconds(3599));
        QVERIFY(!refused);
        QVERIFY2(refused.error().find("key forget " + m_third.id()) != std::string::npos,
                 refused.error().c_str());
        QVERIFY(ring.rotate(newKey(), kNow + hours(2), kNow + hours(1)));
    }

    void noKeyComesBeforeTheOneInForce() {
        KeyRing ring = threeKeys();
        QVERIFY(!ring.rotate(newKey(), kNow + hours(1), kNow + hours(1)));
        QVERIFY(ring.rotate(newKey(), kNow + hours(1) + seconds(1), kNow + hours(1)));
    }

    // A login of a day, of a session that was a day old.
    void aKeyGoesWhenNothingThatItMadeIsInUse() {
        KeyRing ring = threeKeys();
        const auto& first = ring.entries().front();
        QCOMPARE(ring.usedUntil(first, kNow), std::optional(kNow + hours(48)));
        QVERIFY(!ring.usedUntil(first, kNow - seconds(1)));
        QVERIFY(!ring.usedUntil(ring.inForce(kNow), kNow));
        QVERIFY(!ring.usedUntil(ring.entries().back(), kNow));

        KeyRing before = ring;
        QVERIFY(before.rotate(newKey(), kNow + hours(72), kNow + hours(48) - seconds(1)));
        QCOMPARE(before.entries().size(), std::size_t(4));
        QVERIFY(ring.rotate(newKey(), kNow + hours(72), kNow + hours(48)));
        QCOMPARE(ring.entries().size(), std::size_t(3));
        QCOMPARE(ring.entries().front().key.id(), m_second.id());
    }

    void isNeverWithoutEnd() {
        KeyRing ring(newKey());
        sys_seconds now = kNow;
        for (std::size_t i = 1; i < KeyRing::kMostKeys; ++i, now += seconds(1))
            QVERIFY(ring.rotate(newKey(), now, now));
        const auto refused = ring.rotate(newKey(), now, now);
        QVERIFY(!refused);
        QVERIFY2(refused.error().find("key forget") != std::string::npos, refused.error().c_str());
        QVERIFY(KeyRing::parse(ring.reveal()));
    }

    void whatIsNotInForceCanBeForgotten() {
        KeyRing ring = threeKeys();
        const auto inForce = ring.forget(m_second.id(), kNow);
        QVERIFY(!inForce);
        QVERIFY2(inForce.error().find("key rotate") != std::string::npos, inForce.error().c_str());
        QVERIFY(!ring.forget("nonsense", kNow));
        QVERIFY(ring.forget(m_third.id(), kNow));
        QVERIFY(ring.forget(m_first.id(), kNow));
        QCOMPARE(idsOf(ring), std::vector{m_second.id()});
        QVERIFY(KeyRing::parse(ring.reveal()));
        QVERIFY(!ring.forget(m_second.id(), kNow));
    }
};

QTEST_APPLESS_MAIN(TestKeyRing)
#include "tst_key_ring.moc"
