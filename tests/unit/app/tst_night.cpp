#include "app/kiosk/night.h"
#include "app/views/night_shade.h"
#include "app/widgets/qr_code_view.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/qr_in_picture.h"

#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using namespace latchkey;
using namespace std::chrono_literals;

class TestNight : public QObject {
    Q_OBJECT

  private slots:
    void readsTwoTimesOfDay();
    void refusesWhatIsNotTwoTimesOfDay_data();
    void refusesWhatIsNotTwoTimesOfDay();
    void knowsWhatLiesWithin_data();
    void knowsWhatLiesWithin();
    void tellsWhenItBeginsAndEnds();
    void noticesThatTheClockWasSet();
    void theShadeTakesItsShareOfTheLight();
    void aCodeScansThroughTheDarkestShade();
    void aTouchGoesThroughTheShade();
};

void TestNight::readsTwoTimesOfDay() {
    QVERIFY(parseTimesOfDay("22:00-06:30") == (TimesOfDay{1320, 390}));
    QVERIFY(parseTimesOfDay("00:00-23:59") == (TimesOfDay{0, 1439}));
}

void TestNight::refusesWhatIsNotTwoTimesOfDay_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "22:00", "22:00-", "22:00-24:00", "22:60-06:00", "2:00-06:000",
                             "22.00-06.00", "22:00-06:00 ", "+2:00-06:00", "22:00 06:00", "22:00-22:00"}) {
        QTest::newRow(*text ? text : "nothing") << text;
    }
}

void TestNight::refusesWhatIsNotTwoTimesOfDay() {
    QFETCH(QString, text);
    QVERIFY(!parseTimesOfDay(text.toStdString()));
}

void TestNight::knowsWhatLiesWithin_data() {
    QTest::addColumn<QString>("times");
    QTest::addColumn<int>("minute");
    QTest::addColumn<bool>("within");
    QTest::newRow("past midnight, before") << "22:00-06:00" << 1319 << false;
    QTest::newRow("past midnight, first") << "22:00-06:00" << 1320 << true;
    QTest::newRow("past midnight, midnight") << "22:00-06:00" << 0 << true;
    QTest::newRow("past midnight, last") << "22:00-06:00" << 359 << true;
    QTest::newRow("past midnight, after") << "22:00-06:00" << 360 << false;
    QTest::newRow("one day, before") << "01:00-05:00" << 59 << false;
    QTest::newRow("one day, first") << "01:00-05:00" << 60 << true;
    QTest::newRow("one day, after") << "01:00-05:00" << 300 << false;
    QTest::newRow("until midnight") << "20:00-00:00" << 1439 << true;
    QTest::newRow("until midnight, after") << "20:00-00:00" << 0 << false;
}

void TestNight::knowsWhatLiesWithin() {
    QFETCH(QString, times);
    QFETCH(int, minute);
    QFETCH(bool, within);
    QCOMPARE(contains(*parseTimesOfDay(times.toStdString()), minute), within);
}

void TestNight::tellsWhenItBeginsAndEnds() {
    ManualScheduler scheduler;
    const auto start = scheduler.now();
    const auto clock = [&] { // it is noon
        return static_cast<int>((720 + (scheduler.now() - start) / 1min) % 1440);
    };
    const Night night({1320, 360}, clock, scheduler);
    QSignalSpy changed(&night, &Night::changed);
    QVERIFY(!night.isNow());
    scheduler.advance(10h - 1min);
    QCOMPARE(changed.count(), 0);
    scheduler.advance(1min);
    QCOMPARE(changed.count(), 1);
    QVERIFY(night.isNow());
    scheduler.advance(8h);
    QCOMPARE(changed.count(), 2);
    QVERIFY(!night.isNow());
}

void TestNight::noticesThatTheClockWasSet() {
    ManualScheduler scheduler;
    int minute = 720;
    const Night night(
        {1320, 360}, [&] { return minute; }, scheduler);
    minute = 0;
    scheduler.advance(1min);
    QVERIFY(night.isNow());
}

void TestNight::theShadeTakesItsShareOfTheLight() {
    QWidget window;
    window.setPalette(QColor(200, 100, 50));
    window.resize(100, 100);
    NightShade shade(40, &window);
    shade.show();
    const QColor seen = window.grab().toImage().pixelColor(50, 50);
    QVERIFY2(std::abs(seen.red() - 80) <= 1, qPrintable(seen.name()));
    QVERIFY2(std::abs(seen.green() - 40) <= 1, qPrintable(seen.name()));
    QVERIFY2(std::abs(seen.blue() - 20) <= 1, qPrintable(seen.name()));
}

void TestNight::aCodeScansThroughTheDarkestShade() {
    const char* const text = "https://lobby.test/fast?s=AAAAAAAAAAAAAAAAAAAAAA&c=AAAAAAAAAAAA&t=65ec1a3f";
    QWidget window;
    window.resize(400, 400);
    QrCodeView code(Theme(), &window);
    code.resize(400, 400);
    code.setCode(*QrMatrix::encode(text));
    NightShade shade(NightShade::kDarkest, &window);
    shade.show();
    QCOMPARE(readQrCode(window.grab().toImage()), QString(text));
}

void TestNight::aTouchGoesThroughTheShade() {
    QWidget window;
    window.resize(100, 100);
    NightShade shade(40, &window);
    shade.show();
    QCOMPARE(window.childAt(50, 50), nullptr);
}

QTEST_MAIN(TestNight)
#include "tst_night.moc"
