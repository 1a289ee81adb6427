#include "app/daily_hours.h"

#include <QTest>

using namespace latchkey;

class TestDailyHours : public QObject {
    Q_OBJECT

  private slots:
    void containsItsFirstMinuteAndNotItsLast();
    void goesAcrossMidnight();
    void refusesWhatIsNoStretch_data();
    void refusesWhatIsNoStretch();
};

void TestDailyHours::containsItsFirstMinuteAndNotItsLast() {
    const DailyHours office = *DailyHours::parse("09:00-17:30");
    QVERIFY(!office.contains(QTime(8, 59, 59)));
    QVERIFY(office.contains(QTime(9, 0)));
    QVERIFY(office.contains(QTime(17, 29, 59)));
    QVERIFY(!office.contains(QTime(17, 30)));
}

void TestDailyHours::goesAcrossMidnight() {
    const DailyHours night = *DailyHours::parse(" 22:00 - 06:00 ");
    QVERIFY(!night.contains(QTime(21, 59, 59)));
    QVERIFY(night.contains(QTime(22, 0)));
    QVERIFY(night.contains(QTime(0, 0)));
    QVERIFY(night.contains(QTime(5, 59, 59)));
    QVERIFY(!night.contains(QTime(6, 0)));
}

void TestDailyHours::refusesWhatIsNoStretch_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "22:00", "22:00-", "22-6", "25:00-06:00", "22:00-06:00-07:00", "evening-morning"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("the same twice") << QByteArray("07:00-07:00");
}

void TestDailyHours::refusesWhatIsNoStretch() {
    QFETCH(QByteArray, text);
    const auto parsed = DailyHours::parse(text.toStdString());
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().empty());
}

QTEST_GUILESS_MAIN(TestDailyHours)
#include "tst_daily_hours.moc"
