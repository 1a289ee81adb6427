#include "app/kiosk/idle_pointer.h"

#include <QCursor>
#include <QGuiApplication>
#include <QMouseEvent>

#include <utility>

namespace latchkey {

IdlePointer::IdlePointer(Scheduler& scheduler) : m_scheduler(scheduler), m_movedAt(scheduler.now()) {
    QCoreApplication::instance()->installEventFilter(this);
    waitForStillness();
}

IdlePointer::~IdlePointer() {
    setHidden(false);
}

bool IdlePointer::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::TouchBegin) {
        m_still.cancel();
        setHidden(true);
    } else if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool touched = mouse->source() != Qt::MouseEventNotSynthesized;
        if (!touched) onMoved(mouse->globalPosition());
    }
    return false;
}

// Windows that come and go make the mouse "move" to where it is.
void IdlePointer::onMoved(QPointF place) {
    if (std::exchange(m_place, place) == place) return;
    m_movedAt = m_scheduler.now();
    setHidden(false);
    if (!m_still.pending()) waitForStillness();
}

// A move costs no timer: one that comes too early waits for the rest.
void IdlePointer::waitForStillness() {
    m_still = m_scheduler.after(m_movedAt + kShownFor - m_scheduler.now(), [this] {
        if (m_scheduler.now() - m_movedAt >= kShownFor) return setHidden(true);
        waitForStillness();
    });
}

void IdlePointer::setHidden(bool hidden) {
    if (std::exchange(m_hidden, hidden) == hidden) return;
    if (hidden) {
        QGuiApplication::setOverrideCursor(Qt::BlankCursor);
    } else {
        QGuiApplication::restoreOverrideCursor();
    }
}

} // namespace latchkey
