#include "app/kiosk/corner_gesture.h"
#include "tests/support/manual_scheduler.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace latchkey;
using namespace std::chrono_literals;

class TestCornerGesture : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void fiveTapsInTheCornerMakeIt();
    void fiveTapsThatTakeTooLongDoNot();
    void aTapElsewhereBeginsAfresh();
    void theCornerIsWhereTheLinesBegin();
    void aTouchCountsOnce();
    void aButtonInTheCornerGetsItsClicks();

  private:
    void tap(QPoint place, int times = 1);

    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<CornerGesture> m_gesture;
    std::unique_ptr<QSignalSpy> m_made;
    std::unique_ptr<QWidget> m_window;
};

void TestCornerGesture::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_gesture = std::make_unique<CornerGesture>(*m_scheduler);
    m_made = std::make_unique<QSignalSpy>(m_gesture.get(), &CornerGesture::made);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 500); // 40 pixels of corner
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestCornerGesture::cleanup() {
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    m_window.reset();
    m_gesture.reset();
    m_scheduler.reset();
}

void TestCornerGesture::tap(QPoint place, int times) {
    for (int count = 0; count < times; ++count) {
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, place);
        m_scheduler->advance(500ms);
    }
}

void TestCornerGesture::fiveTapsInTheCornerMakeIt() {
    tap({39, 39}, 4);
    QCOMPARE(m_made->count(), 0);
    tap({1, 1});
    QCOMPARE(m_made->count(), 1);
    tap({1, 1}, 4);
    QCOMPARE(m_made->count(), 1);
}

void TestCornerGesture::fiveTapsThatTakeTooLongDoNot() {
    for (int count = 0; count < 9; ++count) {
        tap({5, 5});
        m_scheduler->advance(300ms);
    }
    QCOMPARE(m_made->count(), 0);
}

void TestCornerGesture::aTapElsewhereBeginsAfresh() {
    tap({5, 5}, 4);
    tap({41, 5});
    tap({5, 5}, 4);
    QCOMPARE(m_made->count(), 0);
    tap({5, 5});
    QCOMPARE(m_made->count(), 1);
}

void TestCornerGesture::theCornerIsWhereTheLinesBegin() {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    tap({5, 5}, 5);
    QCOMPARE(m_made->count(), 0);
    tap({995, 5}, 5);
    QCOMPARE(m_made->count(), 1);
}

void TestCornerGesture::aTouchCountsOnce() {
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    for (int count = 0; count < 4; ++count) {
        QTest::touchEvent(m_window->windowHandle(), screen.get()).press(1, {5, 5});
        QTest::touchEvent(m_window->windowHandle(), screen.get()).release(1, {5, 5});
    }
    QCOMPARE(m_made->count(), 0);
    QTest::touchEvent(m_window->windowHandle(), screen.get()).press(1, {5, 5});
    QCOMPARE(m_made->count(), 1);
    QTest::touchEvent(m_window->windowHandle(), screen.get()).release(1, {5, 5});
}

void TestCornerGesture::aButtonInTheCornerGetsItsClicks() {
    QPushButton button("corner", m_window.get());
    button.setGeometry(0, 0, 40, 40);
    button.show();
    QSignalSpy clicked(&button, &QPushButton::clicked);
    tap({5, 5}, 5);
    QCOMPARE(m_made->count(), 1);
    QCOMPARE(clicked.count(), 5);
}

QTEST_MAIN(TestCornerGesture)
#include "tst_corner_gesture.moc"
