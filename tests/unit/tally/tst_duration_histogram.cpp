#include "server/tally/duration_histogram.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace latchkey;
using namespace std::chrono_literals;

class TestDurationHistogram : public QObject {
    Q_OBJECT

  private slots:
    void countsEachByItsBound() {
        constexpr std::array<std::chrono::microseconds, 2> bounds{1ms, 1s};
        DurationHistogram durations(bounds);
        for (const auto duration : {1ns, 1'000'000ns, 1'000'001ns}) durations.add(duration);
        durations.add(1s);
        durations.add(1s + 1ns);
        QCOMPARE(durations.counts(), (std::vector<std::uint64_t>{2, 2, 1}));
        QCOMPARE(durations.count(), std::uint64_t(5));
        QCOMPARE(durations.sum(), 2s + 2ms + 3ns);
    }

    void ofNothingIsNothing() {
        const DurationHistogram durations;
        QCOMPARE(durations.count(), std::uint64_t(0));
        QCOMPARE(durations.sum(), 0ns);
        QCOMPARE(durations.counts().size(), durations.bounds().size() + 1);
    }

    void theBoundsAscend() {
        for (const auto& bounds : {DurationHistogram::workBounds(), DurationHistogram::patienceBounds()})
            QCOMPARE(std::ranges::adjacent_find(bounds, std::ranges::greater_equal()), bounds.end());
    }
};

QTEST_GUILESS_MAIN(TestDurationHistogram)
#include "tst_duration_histogram.moc"
