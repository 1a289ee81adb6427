#include "server/login/address_limiter.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

using namespace latchkey;
using std::chrono::seconds;

class TestAddressLimiter : public QObject {
    Q_OBJECT

  private slots:
    void lets60AMinutePassAndThenSaysHowLongToWait() {
        TestClock clock;
        AddressLimiter limiter(clock.now());
        for (int i = 0; i < 60; ++i) QVERIFY(!limiter.record("10.0.0.1", 60));
        QVERIFY(limiter.record("10.0.0.1", 60) == seconds(1));
        clock.advance(seconds(1));
        QVERIFY(!limiter.record("10.0.0.1", 60));
        QVERIFY(limiter.record("10.0.0.1", 60));
        clock.advance(seconds(3600));
        for (int i = 0; i < 60; ++i) QVERIFY(!limiter.record("10.0.0.1", 60));
        QVERIFY(limiter.record("10.0.0.1", 60));
    }

    void waitsAsLongAsTheLimitAsks() {
        TestClock clock;
        AddressLimiter limiter(clock.now());
        QVERIFY(!limiter.record("10.0.0.1", 1));
        QVERIFY(limiter.record("10.0.0.1", 1) == seconds(60));
    }

    void addressesDoNotDisturbEachOther() {
        TestClock clock;
        AddressLimiter limiter(clock.now());
        QVERIFY(!limiter.record("10.0.0.1", 1));
        QVERIFY(limiter.record("10.0.0.1", 1));
        QVERIFY(!limiter.record("10.0.0.2", 1));
        QVERIFY(!limiter.record("2001:db8:0:1::1", 1));
        QVERIFY(limiter.record("2001:db8:0:1:ffff::2", 1)); // the same /64
        QVERIFY(!limiter.record("2001:db8:0:2::1", 1));
    }

    void aClockThatIsSetBackDoesNotHurt() {
        TestClock clock;
        AddressLimiter limiter(clock.now());
        QVERIFY(!limiter.record("10.0.0.1", 1));
        clock.advance(-seconds(3600));
        QVERIFY(limiter.record("10.0.0.1", 1) == seconds(60));
    }

    void memoryIsBoundedWhateverTheNumberOfAddresses() {
        TestClock clock;
        AddressLimiter limiter(clock.now());
        for (int i = 0; i < 50'000; ++i) {
            limiter.record("10." + std::to_string(i / 65536) + "." + std::to_string(i / 256 % 256) + "." +
                               std::to_string(i % 256),
                           60);
        }
        QVERIFY(limiter.addresses() <= AddressLimiter::kMostAddresses);
    }

    void anAddressIsAnIpv4HostOrAnIpv6Network() {
        QCOMPARE(clientNetwork("192.168.1.20"), std::string("192.168.1.20"));
        QCOMPARE(clientNetwork("2001:db8:1:2:3:4:5:6"), std::string("2001:db8:1:2::/64"));
        QCOMPARE(clientNetwork(""), std::string());
    }
};

QTEST_APPLESS_MAIN(TestAddressLimiter)
#include "tst_address_limiter.moc"
