#include "common/time_format.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <random>

using namespace latchkey;
using std::chrono::seconds;
using std::chrono::sys_seconds;

class TestTimeFormat : public QObject {
    Q_OBJECT

  private slots:
    void writesAndReadsRfc3339() {
        QCOMPARE(toRfc3339(sys_seconds(seconds(0))), std::string("1970-01-01T00:00:00Z"));
        QCOMPARE(toRfc3339(sys_seconds(seconds(1709208896))), std::string("2024-02-29T12:14:56Z"));
        QVERIFY(fromRfc3339("2024-02-29T12:14:56Z") == sys_seconds(seconds(1709208896)));
        QVERIFY(fromRfc3339("1970-01-02") == sys_seconds(seconds(86400)));
    }

    // RFC 9110 §5.6.7's own example, and the ends of a year.
    void writesHttpDates() {
        QCOMPARE(toHttpDate(sys_seconds(seconds(784111777))), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(toHttpDate(sys_seconds(seconds(0))), std::string("Thu, 01 Jan 1970 00:00:00 GMT"));
        QCOMPARE(toHttpDate(sys_seconds(seconds(1709208896))), std::string("Thu, 29 Feb 2024 12:14:56 GMT"));
        QCOMPARE(toHttpDate(sys_seconds(seconds(1735689599))), std::string("Tue, 31 Dec 2024 23:59:59 GMT"));
    }

    void readsBackEveryInstant() {
        std::mt19937 random(3);
        for (int i = 0; i < 1000; ++i) {
            const sys_seconds instant{seconds(random())};
            QVERIFY(fromRfc3339(toRfc3339(instant)) == instant);
        }
    }

    void refusesWhatIsNoInstant() {
        for (const char* text : {"", "2024", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-01T24:00:00Z",
                                 "2024-01-01T00:60:00Z", "2024-01-01T00:00:00", "2024-01-01 00:00:00Z",
                                 "2024-01-01T00:00:00+01:00", "2024-1-1", "tomorrow"}) {
            QVERIFY2(!fromRfc3339(text), text);
        }
    }

    void readsDurationsWithTheirUnit() {
        QVERIFY(parseDuration("90") == seconds(90));
        QVERIFY(parseDuration("90s") == seconds(90));
        QVERIFY(parseDuration("15m") == seconds(900));
        QVERIFY(parseDuration("12h") == seconds(43200));
        QVERIFY(parseDuration("30d") == seconds(2592000));
    }

    void refusesWhatIsNoDuration() {
        for (const char* text :
             {"", "s", "-1s", "1.5h", "1 h", "1w", "h1", "99999999999999999999", "40000d", "+5"}) {
            QVERIFY2(!parseDuration(text), text);
        }
    }

    void writesTheShortestExactForm() {
        QCOMPARE(toText(seconds(0)), std::string("0s"));
        QCOMPARE(toText(seconds(90)), std::string("90s"));
        QCOMPARE(toText(seconds(900)), std::string("15m"));
        QCOMPARE(toText(seconds(86400)), std::string("1d"));
    }
};

QTEST_APPLESS_MAIN(TestTimeFormat)
#include "tst_time_format.moc"
