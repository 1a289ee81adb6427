#include "app/client/clock_check.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

class TestClockCheck : public QObject {
    Q_OBJECT

  private slots:
    void saysNothingWithinHalfAMinute();
    void saysByHowMuchItIsOff();
    void tellsWhenTheMinutesChangeAndWhenItIsRightAgain();

  private:
    std::chrono::sys_seconds m_here{1'000'000s};
};

void TestClockCheck::saysNothingWithinHalfAMinute() {
    ClockCheck clock([this] { return m_here; });
    QVERIFY(!clock.off());
    for (const auto off : {-30s, 0s, 30s}) {
        clock.hear(m_here + off);
        QVERIFY(!clock.off());
    }
}

void TestClockCheck::saysByHowMuchItIsOff() {
    ClockCheck clock([this] { return m_here; });
    clock.hear(m_here - 31s);
    QVERIFY(clock.off() == 31s); // ahead
    clock.hear(m_here + 1h);
    QVERIFY(clock.off() == -1h); // behind
}

void TestClockCheck::tellsWhenTheMinutesChangeAndWhenItIsRightAgain() {
    ClockCheck clock([this] { return m_here; });
    QSignalSpy changed(&clock, &ClockCheck::changed);
    clock.hear(m_here - 120s);
    clock.hear(m_here - 121s);
    QCOMPARE(changed.count(), 1);
    clock.hear(m_here - 180s);
    QCOMPARE(changed.count(), 2);
    clock.hear(m_here);
    clock.hear(m_here);
    QCOMPARE(changed.count(), 3);
}

QTEST_GUILESS_MAIN(TestClockCheck)
#include "tst_clock_check.moc"
