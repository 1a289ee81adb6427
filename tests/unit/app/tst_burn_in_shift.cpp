#include "app/kiosk/burn_in_shift.h"
#include "tests/support/manual_scheduler.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using namespace latchkey;
using namespace std::chrono_literals;

class TestBurnInShift : public QObject {
    Q_OBJECT

  private slots:
    void goesOverEveryPlaceWithinReachAPixelAtATime_data();
    void goesOverEveryPlaceWithinReachAPixelAtATime();
    void beginsWhereItBelongs();
    void takesAStepEveryThreeMinutes();
    void doesNotMoveWhatIsTooSmall();
};

void TestBurnInShift::goesOverEveryPlaceWithinReachAPixelAtATime_data() {
    QTest::addColumn<int>("reach");
    for (const int reach : {1, 2, 3, 4, 8}) QTest::addRow("%d", reach) << reach;
}

void TestBurnInShift::goesOverEveryPlaceWithinReachAPixelAtATime() {
    QFETCH(int, reach);
    const int places = (2 * reach + 1) * (2 * reach + 1);
    QSet<QPair<int, int>> visited;
    QPoint before = burnInOffset(0, reach);
    for (int step = 0; step <= 4 * places; ++step) {
        const QPoint offset = burnInOffset(step, reach);
        QVERIFY((offset - before).manhattanLength() <= 1);
        QVERIFY(std::abs(offset.x()) <= reach && std::abs(offset.y()) <= reach);
        visited.insert({offset.x(), offset.y()});
        before = offset;
    }
    QCOMPARE(visited.size(), places);
}

void TestBurnInShift::beginsWhereItBelongs() {
    for (const int reach : {0, 1, 2, 3, 4}) QCOMPARE(burnInOffset(0, reach), QPoint());
    QCOMPARE(burnInOffset(1, 1), QPoint(1, 0));
    QCOMPARE(burnInOffset(1, 2), QPoint(1, 0));
    QCOMPARE(burnInOffset(7, 0), QPoint());
}

void TestBurnInShift::takesAStepEveryThreeMinutes() {
    ManualScheduler scheduler;
    BurnInShift shift(scheduler);
    shift.setScreenSize({1920, 1080}); // 4 pixels
    QSignalSpy moved(&shift, &BurnInShift::moved);
    scheduler.advance(2min);
    QCOMPARE(moved.count(), 0);
    scheduler.advance(1min);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved.first().first().toPoint(), QPoint(1, 0));
    QCOMPARE(shift.offset(), QPoint(1, 0));
    scheduler.advance(24h);
    QCOMPARE(moved.count(), 1 + 24 * 20);
}

void TestBurnInShift::doesNotMoveWhatIsTooSmall() {
    ManualScheduler scheduler;
    BurnInShift shift(scheduler);
    shift.setScreenSize({240, 200});
    QVERIFY(!scheduler.untilNext());
    QCOMPARE(shift.offset(), QPoint());
}

QTEST_GUILESS_MAIN(TestBurnInShift)
#include "tst_burn_in_shift.moc"
