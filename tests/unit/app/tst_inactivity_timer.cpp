#include "app/kiosk/inactivity_timer.h"
#include "tests/support/manual_scheduler.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

using namespace latchkey;
using namespace std::chrono_literals;

class TestInactivityTimer : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void saysNothingUnlessItIsEnabled();
    void countsTheLastTenSecondsDownAndExpires();
    void hasOneCallScheduledAtRest();
    void inputBeginsTheTimeAfresh_data();
    void inputBeginsTheTimeAfresh();
    void inputCallsTheCountdownOff();
    void aMouseThatStandsStillIsNobody();
    void aMachineThatSleptExpiresWhenItWakes();
    void expiresOnce();
    void turningItOffEndsTheCountdown();

  private:
    void moveTo(QPointF place);

    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<InactivityTimer> m_timer;
    std::unique_ptr<QSignalSpy> m_countdown;
    std::unique_ptr<QSignalSpy> m_cancelled;
    std::unique_ptr<QSignalSpy> m_expired;
    std::unique_ptr<QWidget> m_widget;
};

void TestInactivityTimer::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_timer = std::make_unique<InactivityTimer>(*m_scheduler, 60s);
    m_countdown = std::make_unique<QSignalSpy>(m_timer.get(), &InactivityTimer::countdownChanged);
    m_cancelled = std::make_unique<QSignalSpy>(m_timer.get(), &InactivityTimer::cancelled);
    m_expired = std::make_unique<QSignalSpy>(m_timer.get(), &InactivityTimer::expired);
    m_widget = std::make_unique<QWidget>();
    m_widget->setAttribute(Qt::WA_AcceptTouchEvents);
    m_timer->setEnabled(true);
}

void TestInactivityTimer::cleanup() {
    m_widget.reset();
    m_timer.reset();
    m_scheduler.reset();
}

void TestInactivityTimer::moveTo(QPointF place) {
    QMouseEvent move(QEvent::MouseMove, place, place, Qt::NoButton, {}, {});
    QCoreApplication::sendEvent(m_widget.get(), &move);
}

void TestInactivityTimer::saysNothingUnlessItIsEnabled() {
    m_timer->setEnabled(false);
    QVERIFY(!m_scheduler->untilNext());
    m_scheduler->advance(2h);
    QCOMPARE(m_countdown->count() + m_expired->count(), 0);
}

void TestInactivityTimer::countsTheLastTenSecondsDownAndExpires() {
    m_scheduler->advance(49s);
    QCOMPARE(m_countdown->count(), 0);
    m_scheduler->advance(10s);
    QList<int> said;
    for (const QList<QVariant>& arguments : *m_countdown) said.append(arguments.first().toInt());
    QCOMPARE(said, QList<int>({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}));
    QCOMPARE(m_expired->count(), 0);
    m_scheduler->advance(1s);
    QCOMPARE(m_expired->count(), 1);
    QCOMPARE(m_cancelled->count(), 0);
}

void TestInactivityTimer::hasOneCallScheduledAtRest() {
    QCOMPARE(m_scheduler->untilNext(), 50s);
    m_scheduler->advance(20s);
    QTest::keyClick(m_widget.get(), Qt::Key_A);
    QCOMPARE(m_scheduler->untilNext(), 30s); // the same one; the key moved no timer
    m_scheduler->advance(30s);
    QCOMPARE(m_scheduler->untilNext(), 20s);
    QCOMPARE(m_countdown->count(), 0);
}

void TestInactivityTimer::inputBeginsTheTimeAfresh_data() {
    QTest::addColumn<QString>("input");
    for (const char* input : {"key", "button", "wheel", "move", "touch"}) QTest::newRow(input) << input;
}

void TestInactivityTimer::inputBeginsTheTimeAfresh() {
    QFETCH(QString, input);
    m_scheduler->advance(30s);
    if (input == "key") {
        QTest::keyClick(m_widget.get(), Qt::Key_Tab);
    } else if (input == "button") {
        QTest::mouseClick(m_widget.get(), Qt::RightButton);
    } else if (input == "wheel") {
        QWheelEvent wheel({}, {}, {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_widget.get(), &wheel);
    } else if (input == "move") {
        moveTo({7, 9});
    } else {
        QTouchEvent touch(QEvent::TouchBegin);
        QCoreApplication::sendEvent(m_widget.get(), &touch);
    }
    m_scheduler->advance(59s);
    QCOMPARE(m_expired->count(), 0);
    m_scheduler->advance(1s);
    QCOMPARE(m_expired->count(), 1);
}

void TestInactivityTimer::inputCallsTheCountdownOff() {
    m_scheduler->advance(55s);
    QTest::keyClick(m_widget.get(), Qt::Key_Space);
    QCOMPARE(m_cancelled->count(), 1);
    m_countdown->clear();
    QCOMPARE(m_scheduler->untilNext(), 50s);
    m_scheduler->advance(49s);
    QCOMPARE(m_countdown->count() + m_expired->count(), 0);
}

void TestInactivityTimer::aMouseThatStandsStillIsNobody() {
    moveTo({20, 20});
    m_scheduler->advance(30s);
    moveTo({20, 20});
    m_scheduler->advance(30s);
    QCOMPARE(m_expired->count(), 1);
}

void TestInactivityTimer::aMachineThatSleptExpiresWhenItWakes() {
    // Asleep from before the countdown until an hour later: the overdue call is the first thing that happens.
    struct SleepyScheduler : Scheduler {
        Instant now() const override { return m_now; }
        void wakeAfter(Duration sleep) {
            m_now += sleep;
            runDue();
        }
        Instant m_now{1h};
    } scheduler;
    InactivityTimer timer(scheduler, 60s);
    QSignalSpy countdown(&timer, &InactivityTimer::countdownChanged);
    QSignalSpy expired(&timer, &InactivityTimer::expired);
    timer.setEnabled(true);
    scheduler.wakeAfter(1h);
    QCOMPARE(expired.count(), 1);
    QCOMPARE(countdown.count(), 0);
}

void TestInactivityTimer::expiresOnce() {
    m_scheduler->advance(60s);
    QTest::keyClick(m_widget.get(), Qt::Key_A);
    QVERIFY(!m_scheduler->untilNext());
    m_timer->setEnabled(false);
    m_timer->setEnabled(true);
    QCOMPARE(m_scheduler->untilNext(), 50s);
}

void TestInactivityTimer::turningItOffEndsTheCountdown() {
    m_scheduler->advance(55s);
    m_timer->setEnabled(false);
    QCOMPARE(m_cancelled->count(), 1);
    QVERIFY(!m_scheduler->untilNext());
}

QTEST_MAIN(TestInactivityTimer)
#include "tst_inactivity_timer.moc"
