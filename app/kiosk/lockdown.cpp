#include "app/kiosk/lockdown.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

constexpr Qt::KeyboardModifiers kShortcutModifiers =
    Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::GroupSwitchModifier;

// Everything that is neither a plain character nor moves the focus.
bool isShortcut(const QKeyEvent& event) {
    if ((event.modifiers() & kShortcutModifiers) != Qt::NoModifier) return true;
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Shift:
        return false;
    default:
        return event.key() >= Qt::Key_Escape; // function, media and browser keys, Print, Menu …
    }
}

} // namespace

Lockdown::Lockdown() {
    QCoreApplication::instance()->installEventFilter(this);
}

void Lockdown::keepOnTop(QWidget& window) {
    window.setWindowFlags(window.windowFlags() | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
}

bool Lockdown::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
        return isShortcut(*static_cast<QKeyEvent*>(event));
    case QEvent::Close:
        event->ignore();
        return true;
    case QEvent::Shortcut:
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        return true;
    default:
        return false;
    }
}

} // namespace latchkey
