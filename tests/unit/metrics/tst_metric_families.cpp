#include "server/metrics/metric_families.h"

#include <QTest>

#include <array>

using namespace latchkey;
using namespace std::chrono_literals;

class TestMetricFamilies : public QObject {
    Q_OBJECT

  private slots:
    void aNameHasItsHelpItsTypeAndItsValues() {
        MetricFamilies families;
        families.counter("lamps_total", "Lamps.").add(2, {{"colour", "red"}}).add(3);
        families.gauge("heat_celsius", "Heat.").add(-1.5);
        QCOMPARE(QString::fromStdString(std::move(families).text()), QString("# HELP lamps_total Lamps.\n"
                                                                             "# TYPE lamps_total counter\n"
                                                                             "lamps_total{colour=\"red\"} 2\n"
                                                                             "lamps_total 3\n"
                                                                             "# HELP heat_celsius Heat.\n"
                                                                             "# TYPE heat_celsius gauge\n"
                                                                             "heat_celsius -1.5\n"));
    }

    void largeNumbersAreToldToTheSecond() {
        MetricFamilies families;
        families.gauge("then_seconds", "When.").add(1'800'000'001);
        const QString text = QString::fromStdString(std::move(families).text());
        QVERIFY2(text.contains("then_seconds 1800000001\n"), qPrintable(text));
    }

    void durationsAreInSecondsAndEachBucketHasTheOnesBefore() {
        constexpr std::array<std::chrono::microseconds, 2> bounds{250us, 1s};
        DurationHistogram durations(bounds);
        durations.add(250us);
        durations.add(500ms);
        durations.add(1500ms);
        MetricFamilies families;
        families.histogram("walk_seconds", "Walks.").add(durations, {{"way", "home"}});
        const QString text = QString::fromStdString(std::move(families).text());
        for (const char* line :
             {"walk_seconds_bucket{way=\"home\",le=\"0.00025\"} 1\n",
              "walk_seconds_bucket{way=\"home\",le=\"1\"} 2\n",
              "walk_seconds_bucket{way=\"home\",le=\"+Inf\"} 3\n", "walk_seconds_count{way=\"home\"} 3\n",
              "walk_seconds_sum{way=\"home\"} 2.00025\n"})
            QVERIFY2(text.contains(line), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestMetricFamilies)
#include "tst_metric_families.moc"
