#include "app/kiosk/lockdown.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QTest>
#include <QWindow>

using namespace latchkey;

namespace {

// What gets as far as a widget.
class Recorder : public QWidget {
  public:
    QList<QEvent::Type> heard;

  protected:
    bool event(QEvent* event) override {
        heard.append(event->type());
        return QWidget::event(event);
    }
};

} // namespace

class TestLockdown : public QObject {
    Q_OBJECT

  private slots:
    void swallowsShortcuts_data();
    void swallowsShortcuts();
    void letsThePinAndTheFocusThrough_data();
    void letsThePinAndTheFocusThrough();
    void theWindowCannotBeClosed();
    void thereAreNoContextMenusAndNoDrops();
    void theWindowStaysOnTopWithoutAFrame();
    void whenItIsGoneEverythingWorksAgain();
};

void TestLockdown::swallowsShortcuts_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers) {
        QTest::newRow(name) << key << modifiers;
    };
    row("Alt+F4", Qt::Key_F4, Qt::AltModifier);
    row("Alt+Tab", Qt::Key_Tab, Qt::AltModifier);
    row("Ctrl+C", Qt::Key_C, Qt::ControlModifier);
    row("Ctrl+A", Qt::Key_A, Qt::ControlModifier);
    row("Ctrl+Shift+Escape", Qt::Key_Escape, Qt::ControlModifier | Qt::ShiftModifier);
    row("Meta+L", Qt::Key_L, Qt::MetaModifier);
    row("Meta", Qt::Key_Meta, Qt::NoModifier);
    row("F1", Qt::Key_F1, Qt::NoModifier);
    row("F11", Qt::Key_F11, Qt::NoModifier);
    row("Print", Qt::Key_Print, Qt::NoModifier);
    row("Menu", Qt::Key_Menu, Qt::NoModifier);
    row("a browser key", Qt::Key_HomePage, Qt::NoModifier);
    row("Insert", Qt::Key_Insert, Qt::ShiftModifier);
}

void TestLockdown::swallowsShortcuts() {
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    const Lockdown lockdown;
    Recorder widget;
    for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers);
        QCoreApplication::sendEvent(&widget, &event);
    }
    QVERIFY(!widget.heard.contains(QEvent::KeyPress));
    QVERIFY(!widget.heard.contains(QEvent::KeyRelease));
    QVERIFY(!widget.heard.contains(QEvent::ShortcutOverride));
}

void TestLockdown::letsThePinAndTheFocusThrough_data() {
    QTest::addColumn<int>("key");
    for (const int key : {Qt::Key_0, Qt::Key_9, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,
                          Qt::Key_Space, Qt::Key_Backspace, Qt::Key_Escape, Qt::Key_Left}) {
        QTest::addRow("%x", key) << static_cast<int>(key);
    }
}

void TestLockdown::letsThePinAndTheFocusThrough() {
    QFETCH(int, key);
    const Lockdown lockdown;
    Recorder widget;
    QTest::keyClick(&widget, static_cast<Qt::Key>(key), Qt::NoModifier);
    QVERIFY(widget.heard.contains(QEvent::KeyPress));
}

void TestLockdown::theWindowCannotBeClosed() {
    const Lockdown lockdown;
    Recorder window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.windowHandle()->close(); // as a window manager would
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QVERIFY(!window.heard.contains(QEvent::Close));
}

void TestLockdown::thereAreNoContextMenusAndNoDrops() {
    const Lockdown lockdown;
    Recorder widget;
    widget.setAcceptDrops(true);
    QContextMenuEvent menu(QContextMenuEvent::Mouse, {1, 1}, {1, 1});
    QCoreApplication::sendEvent(&widget, &menu);
    const QMimeData data;
    QDragEnterEvent drag({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &drag);
    QVERIFY(!widget.heard.contains(QEvent::ContextMenu));
    QVERIFY(!widget.heard.contains(QEvent::DragEnter));
}

void TestLockdown::theWindowStaysOnTopWithoutAFrame() {
    QWidget window;
    Lockdown::keepOnTop(window);
    QVERIFY(window.windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    QVERIFY(window.windowFlags().testFlag(Qt::FramelessWindowHint));
    QVERIFY(window.isWindow());
}

void TestLockdown::whenItIsGoneEverythingWorksAgain() {
    { const Lockdown lockdown; }
    QWidget window;
    window.show();
    QVERIFY(window.close());
}

QTEST_MAIN(TestLockdown)
#include "tst_lockdown.moc"
