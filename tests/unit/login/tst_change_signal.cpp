#include "server/login/change_signal.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace latchkey;
using namespace std::chrono_literals;
using Watch = ChangeSignal::Watch;

namespace {

std::chrono::steady_clock::time_point far() {
    return std::chrono::steady_clock::now() + 10min;
}

} // namespace

class TestChangeSignal : public QObject {
    Q_OBJECT

  private slots:
    void wakesEverybodyWhoWaitsForTheName() {
        ChangeSignal signal;
        const Watch other(signal, "other");
        std::atomic<int> awake = 0;
        {
            std::vector<std::jthread> waiting;
            std::vector<std::unique_ptr<Watch>> watches;
            for (int i = 0; i < 20; ++i) watches.push_back(std::make_unique<Watch>(signal, "this"));
            for (const auto& watch : watches) {
                waiting.emplace_back([&] {
                    watch->wait(far());
                    ++awake;
                });
            }
            signal.raise("this");
            waiting.clear(); // joins, before the watches go
        }
        QCOMPARE(awake, 20);
        QVERIFY(!other.changed());
        signal.raiseAll();
        QVERIFY(other.changed());
    }

    void aChangeBetweenLookingAndWaitingIsNotMissed() {
        ChangeSignal signal;
        Watch watch(signal, "this");
        signal.raise("this");
        watch.wait(far()); // would not return otherwise
        QVERIFY(watch.changed());
        QVERIFY(!Watch(signal, "this").changed()); // that was before
    }

    void callsOnceAlsoWhenItHasChangedAlready() {
        ChangeSignal signal;
        int called = 0;
        Watch watch(signal, "this");
        watch.onChange([&] { called += 100; });
        watch.onChange([&] { ++called; });
        QCOMPARE(called, 0);
        signal.raise("this");
        signal.raise("this");
        QCOMPARE(called, 1);
        watch.onChange([&] { ++called; });
        QCOMPARE(called, 2);
    }

    void callsNobodyWhoseWatchIsGone() {
        ChangeSignal signal;
        std::atomic<bool> raising = true;
        const std::jthread others([&] {
            while (raising) signal.raise("this");
        });
        for (int i = 0; i < 10'000; ++i) {
            std::atomic<bool> here = true;
            {
                Watch watch(signal, "this");
                watch.onChange([&] {
                    if (!here) qFatal("called too late");
                });
            }
            here = false;
        }
        raising = false;
    }

    void namesWhatIsWatched() {
        ChangeSignal signal;
        const Watch first(signal, "this");
        const Watch second(signal, "this");
        {
            const Watch third(signal, "that");
            QCOMPARE(signal.watched(), (std::vector<std::string>{"that", "this", "this"}));
        }
        QCOMPARE(signal.watched(), (std::vector<std::string>{"this", "this"}));
    }

    void nobodyWaitsPastTheDeadlineOrAfterTheEnd() {
        ChangeSignal signal;
        Watch(signal, "this").wait(std::chrono::steady_clock::now());
        QVERIFY(!signal.closed());
        Watch watch(signal, "this");
        signal.close();
        QVERIFY(signal.closed());
        watch.wait(far());
        Watch(signal, "this").wait(far());
    }
};

QTEST_APPLESS_MAIN(TestChangeSignal)
#include "tst_change_signal.moc"
