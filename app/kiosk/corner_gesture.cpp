#include "app/kiosk/corner_gesture.h"

#include <QGuiApplication>
#include <QMouseEvent>

#include <algorithm>

namespace latchkey {

CornerGesture::CornerGesture(Scheduler& scheduler) : m_scheduler(scheduler) {
    QCoreApplication::instance()->installEventFilter(this);
}

// The window hears of a press first and once, its widgets afterwards; of a touch that no widget wants it
// hears as a press, too.
bool CornerGesture::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress && watched->isWindowType())
        onTap(*static_cast<QWindow*>(watched), static_cast<QMouseEvent*>(event)->position());
    return false;
}

void CornerGesture::onTap(const QWindow& window, QPointF place) {
    const double side = kCorner * std::min(window.width(), window.height());
    const double fromStart = QGuiApplication::isRightToLeft() ? window.width() - place.x() : place.x();
    if (fromStart > side || place.y() > side) return m_taps.clear();
    const auto now = m_scheduler.now();
    m_taps.push_back(now);
    while (now - m_taps.front() > kWithin) m_taps.pop_front();
    if (m_taps.size() < kTaps) return;
    m_taps.clear();
    emit made();
}

} // namespace latchkey
