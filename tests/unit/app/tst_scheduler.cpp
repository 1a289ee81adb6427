#include "app/client/boottime_scheduler.h"
#include "tests/support/manual_scheduler.h"

#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

class TestScheduler : public QObject {
    Q_OBJECT

  private slots:
    void callsBackWhenItIsDueAndNotBefore();
    void callsInTheOrderOfTheirInstants();
    void callsInTheOrderOfTheirArrangementAtOneInstant();
    void doesNotCallWhatWasCalledOff();
    void callsOffWhatIsDueInTheSameRound();
    void arrangesFromWithinACall();
    void aCallMayOutliveItsScheduler();
    void theRealOneCallsInOrder();
    void theRealOneKeepsToItsTime();
};

void TestScheduler::callsBackWhenItIsDueAndNotBefore() {
    ManualScheduler scheduler;
    int calls = 0;
    const auto call = scheduler.after(5s, [&] { ++calls; });
    scheduler.advance(4999ms);
    QCOMPARE(calls, 0);
    QVERIFY(call.pending());
    scheduler.advance(1ms);
    QCOMPARE(calls, 1);
    QVERIFY(!call.pending());
    scheduler.advance(1h);
    QCOMPARE(calls, 1);
}

void TestScheduler::callsInTheOrderOfTheirInstants() {
    ManualScheduler scheduler;
    QString order;
    const auto late = scheduler.after(2s, [&] { order += 'b'; });
    const auto early = scheduler.after(1s, [&] { order += 'a'; });
    scheduler.advance(2s);
    QCOMPARE(order, "ab");
}

void TestScheduler::callsInTheOrderOfTheirArrangementAtOneInstant() {
    ManualScheduler scheduler;
    QString order;
    const auto first = scheduler.after(1s, [&] { order += 'a'; });
    const auto second = scheduler.after(1s, [&] { order += 'b'; });
    scheduler.advance(1s);
    QCOMPARE(order, "ab");
}

void TestScheduler::doesNotCallWhatWasCalledOff() {
    ManualScheduler scheduler;
    int calls = 0;
    auto cancelled = scheduler.after(1s, [&] { ++calls; });
    cancelled.cancel();
    {
        const auto destroyed = scheduler.after(1s, [&] { ++calls; });
    }
    scheduler.advance(1s);
    QCOMPARE(calls, 0);
}

void TestScheduler::callsOffWhatIsDueInTheSameRound() {
    ManualScheduler scheduler;
    int calls = 0;
    Scheduler::Call second;
    const auto first = scheduler.after(1s, [&] { second.cancel(); });
    second = scheduler.after(1s, [&] { ++calls; });
    scheduler.advance(1s);
    QCOMPARE(calls, 0);
}

void TestScheduler::arrangesFromWithinACall() {
    ManualScheduler scheduler;
    int calls = 0;
    Scheduler::Call call;
    call = scheduler.after(1s, [&] { call = scheduler.after(1s, [&] { ++calls; }); });
    scheduler.advance(1999ms);
    QCOMPARE(calls, 0);
    scheduler.advance(1ms);
    QCOMPARE(calls, 1);
}

void TestScheduler::aCallMayOutliveItsScheduler() {
    Scheduler::Call call;
    {
        ManualScheduler scheduler;
        call = scheduler.after(1s, [] {});
    }
    call.cancel();
    QVERIFY(!call.pending());
}

void TestScheduler::theRealOneCallsInOrder() {
    BoottimeScheduler scheduler;
    QString order;
    const auto late = scheduler.after(40ms, [&] { order += 'c'; });
    const auto early = scheduler.after(20ms, [&] { order += 'b'; });
    const auto now = scheduler.after(0ms, [&] { order += 'a'; });
    auto never = scheduler.after(10ms, [&] { order += '!'; });
    never.cancel();
    QCOMPARE(order, ""); // never from within after()
    QTRY_COMPARE(order, "abc");
}

void TestScheduler::theRealOneKeepsToItsTime() {
    BoottimeScheduler scheduler;
    const auto start = scheduler.now();
    std::optional<Scheduler::Instant> calledAt;
    const auto call = scheduler.after(50ms, [&] { calledAt = scheduler.now(); });
    QTRY_VERIFY(calledAt);
    QVERIFY(*calledAt - start >= 50ms);
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
