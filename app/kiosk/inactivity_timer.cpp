#include "app/kiosk/inactivity_timer.h"

#include <QCoreApplication>
#include <QMouseEvent>

#include <utility>

namespace latchkey {

namespace {

bool isInput(const QEvent& event) {
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
        return true;
    default:
        return false;
    }
}

} // namespace

InactivityTimer::InactivityTimer(Scheduler& scheduler, std::chrono::seconds limit)
    : m_scheduler(scheduler), m_limit(limit) {
    QCoreApplication::instance()->installEventFilter(this);
}

void InactivityTimer::setEnabled(bool enabled) {
    if (m_enabled == enabled) return;
    m_enabled = enabled;
    m_next.cancel();
    if (std::exchange(m_countingDown, false)) emit cancelled();
    if (!enabled) return;
    m_lastInput = m_scheduler.now();
    waitForCountdown();
}

bool InactivityTimer::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const QPointF pointer = static_cast<QMouseEvent*>(event)->globalPosition();
        if (std::exchange(m_pointer, pointer) != pointer) onInput();
    } else if (isInput(*event)) {
        onInput();
    }
    return false;
}

void InactivityTimer::onInput() {
    m_lastInput = m_scheduler.now();
    if (!std::exchange(m_countingDown, false)) return;
    waitForCountdown();
    emit cancelled();
}

void InactivityTimer::waitForCountdown() {
    const auto delay = m_lastInput + m_limit - kCountdown - m_scheduler.now();
    m_next = m_scheduler.after(delay, [this] { countDown(); });
}

// There may have been input since this was scheduled, and the machine may have slept through the countdown.
void InactivityTimer::countDown() {
    const auto left = m_lastInput + m_limit - m_scheduler.now();
    if (left > kCountdown) return waitForCountdown();
    if (left <= Scheduler::Duration::zero()) {
        m_countingDown = false;
        emit expired();
        return;
    }
    m_countingDown = true;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    m_next = m_scheduler.after(left - (seconds - std::chrono::seconds(1)), [this] { countDown(); });
    emit countdownChanged(static_cast<int>(seconds.count()));
}

} // namespace latchkey
