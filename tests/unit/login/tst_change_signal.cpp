#include "server/login/change_signal.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

std::chrono::steady_clock::time_point far() {
    return std::chrono::steady_clock::now() + 10min;
}

} // namespace

class TestChangeSignal : public QObject {
    Q_OBJECT

  private slots:
    void wakesEverybodyWhoWaits() {
        ChangeSignal signal;
        std::atomic<int> awake = 0;
        {
            std::vector<std::jthread> waiting;
            const auto version = signal.version();
            for (int i = 0; i < 20; ++i) {
                waiting.emplace_back([&] {
                    signal.wait(version, far());
                    ++awake;
                });
            }
            signal.raise();
        }
        QCOMPARE(awake, 20);
    }

    void aChangeBetweenLookingAndWaitingIsNotMissed() {
        ChangeSignal signal;
        const auto version = signal.version();
        signal.raise();
        signal.wait(version, far()); // would not return otherwise
        QVERIFY(signal.version() != version);
    }

    void nobodyWaitsPastTheDeadlineOrAfterTheEnd() {
        ChangeSignal signal;
        signal.wait(signal.version(), std::chrono::steady_clock::now());
        QVERIFY(!signal.closed());
        signal.close();
        signal.wait(signal.version(), far());
        QVERIFY(signal.closed());
    }
};

QTEST_APPLESS_MAIN(TestChangeSignal)
#include "tst_change_signal.moc"
