#include "app/kiosk/idle_pointer.h"
#include "tests/support/manual_scheduler.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QTest>
#include <QWidget>

using namespace latchkey;
using namespace std::chrono_literals;

class TestIdlePointer : public QObject {
    Q_OBJECT

  private slots:
    void init();

    void hidesWhenTheMouseHasStoodStill();
    void comesBackWhenTheMouseMoves();
    void staysAsLongAsTheMouseMoves();
    void hidesAtOnceWhenTheScreenIsTouched();
    void isNotBroughtBackByATouchOrAMouseThatStandsStill();
    void isThereAgainWhenTheKioskEnds();

  private:
    void move(QPointF place, Qt::MouseEventSource source = Qt::MouseEventNotSynthesized);
    static bool hidden() {
        const QCursor* cursor = QGuiApplication::overrideCursor();
        return cursor && cursor->shape() == Qt::BlankCursor;
    }

    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<IdlePointer> m_pointer;
    QWidget m_widget;
};

void TestIdlePointer::init() {
    m_pointer.reset();
    m_scheduler = std::make_unique<ManualScheduler>();
    m_pointer = std::make_unique<IdlePointer>(*m_scheduler);
    move({1, 1});
    QVERIFY(!hidden());
}

void TestIdlePointer::move(QPointF place, Qt::MouseEventSource source) {
    QMouseEvent moved(QEvent::MouseMove, place, place, place, Qt::NoButton, {}, {}, source);
    QCoreApplication::sendEvent(&m_widget, &moved);
}

void TestIdlePointer::hidesWhenTheMouseHasStoodStill() {
    m_scheduler->advance(2s);
    QVERIFY(!hidden());
    m_scheduler->advance(1s);
    QVERIFY(hidden());
    QVERIFY(!m_scheduler->untilNext());
}

void TestIdlePointer::comesBackWhenTheMouseMoves() {
    m_scheduler->advance(3s);
    move({2, 2});
    QVERIFY(!hidden());
    m_scheduler->advance(3s);
    QVERIFY(hidden());
}

void TestIdlePointer::staysAsLongAsTheMouseMoves() {
    for (int second = 0; second < 5; ++second) {
        m_scheduler->advance(2s);
        move({10.0 + second, 2});
        QVERIFY(!hidden());
    }
    m_scheduler->advance(3s);
    QVERIFY(hidden());
}

void TestIdlePointer::hidesAtOnceWhenTheScreenIsTouched() {
    m_widget.setAttribute(Qt::WA_AcceptTouchEvents);
    QTouchEvent touch(QEvent::TouchBegin);
    QCoreApplication::sendEvent(&m_widget, &touch);
    QVERIFY(hidden());
}

void TestIdlePointer::isNotBroughtBackByATouchOrAMouseThatStandsStill() {
    m_scheduler->advance(3s);
    move({50, 50}, Qt::MouseEventSynthesizedByQt);
    move({1, 1});
    QVERIFY(hidden());
}

void TestIdlePointer::isThereAgainWhenTheKioskEnds() {
    m_scheduler->advance(3s);
    m_pointer.reset();
    QVERIFY(!QGuiApplication::overrideCursor());
}

QTEST_MAIN(TestIdlePointer)
#include "tst_idle_pointer.moc"
