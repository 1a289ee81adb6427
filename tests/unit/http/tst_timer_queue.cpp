#include "server/http/timer_queue.h"

#include <QTest>

#include <set>
#include <sys/epoll.h>
#include <unistd.h>

using namespace latchkey;
using namespace std::chrono_literals;

class TestTimerQueue : public QObject {
    Q_OBJECT

    using Ids = std::vector<TimerQueue::Id>;
    const TimerQueue::Time m_past = std::chrono::steady_clock::now() - 1h;
    const TimerQueue::Time m_future = std::chrono::steady_clock::now() + 1h;

    // As it is meant to be watched: nothing is read, and each time is told of once.
    struct Watched : TimerQueue {
        Watched() {
            epoll_event event{};
            event.events = EPOLLIN | EPOLLET;
            ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor(), &event);
        }
        ~Watched() { ::close(epoll); }
        Watched(const Watched&) = delete;
        Watched& operator=(const Watched&) = delete;

        int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    };

    static bool tells(const Watched& queue, int patience_ms) {
        epoll_event event{};
        return ::epoll_wait(queue.epoll, &event, 1, patience_ms) == 1;
    }

  private slots:
    void tellsOfATimeThatHasCome() {
        Watched queue;
        TimerQueue::Timer timer;
        QVERIFY(!tells(queue, 0));
        queue.setAtLatest(timer, std::chrono::steady_clock::now() + 20ms, 7);
        QVERIFY(tells(queue, 60'000));
        QCOMPARE(queue.takeDue(), Ids{7});
        QVERIFY(!tells(queue, 0));
        QCOMPARE(queue.takeDue(), Ids{});
    }

    void givesThemInTheirOrderAndLeavesTheOthers() {
        Watched queue;
        TimerQueue::Timer first, second, later;
        queue.setAtLatest(later, m_future, 3);
        queue.setAtLatest(second, m_past + 1s, 2);
        queue.setAtLatest(first, m_past, 1);
        QCOMPARE(queue.takeDue(), (Ids{1, 2}));
        QVERIFY(!tells(queue, 0));
        queue.clear(later);
    }

    void movesATimerToTheFrontAndNeverBack() {
        Watched queue;
        TimerQueue::Timer timer;
        queue.setAtLatest(timer, m_future, 1);
        QVERIFY(!tells(queue, 0));
        queue.setAtLatest(timer, m_past, 1);
        queue.setAtLatest(timer, m_future, 1);
        QVERIFY(tells(queue, 60'000));
        QCOMPARE(queue.takeDue(), Ids{1}); // once
        QCOMPARE(queue.takeDue(), Ids{});
    }

    void aTimerCanBeSetAgainWhenItHasCome() {
        Watched queue;
        TimerQueue::Timer timer;
        for (int i = 0; i < 3; ++i) {
            queue.setAtLatest(timer, m_past, 1);
            QVERIFY(tells(queue, 60'000));
            QCOMPARE(queue.takeDue(), Ids{1});
        }
    }

    void saysNothingOfOneThatWasCleared() {
        Watched queue;
        TimerQueue::Timer gone, stays;
        queue.setAtLatest(gone, m_past, 1);
        queue.setAtLatest(stays, m_past, 2);
        queue.clear(gone);
        queue.clear(gone);
        QCOMPARE(queue.takeDue(), Ids{2});
    }

    // So that one thread has not all of the work.
    void tellsOfManyBitByBit() {
        constexpr std::size_t kMany = 1'000;
        Watched queue;
        std::vector<TimerQueue::Timer> timers(kMany);
        for (std::size_t i = 0; i < kMany; ++i) queue.setAtLatest(timers[i], m_past, i);
        std::set<TimerQueue::Id> all;
        int times = 0;
        while (all.size() < kMany) {
            QVERIFY(tells(queue, 60'000));
            const Ids some = queue.takeDue();
            all.insert(some.begin(), some.end());
            ++times;
        }
        QVERIFY(times > 1);
        QVERIFY(!tells(queue, 0));
    }
};

QTEST_APPLESS_MAIN(TestTimerQueue)
#include "tst_timer_queue.moc"
