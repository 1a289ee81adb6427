#include "app/pin_prompt.h"

#include <algorithm>
#include <utility>

namespace latchkey {

PinPrompt::PinPrompt(const FittingSettings& settings, Scheduler& scheduler, EventLog& log, const Theme& theme,
                     QWidget& window)
    : m_scheduler(scheduler),
      m_log(log),
      m_window(window),
      m_hasPin(!settings.operatorPin.empty()),
      m_guard(settings.operatorPin, settings.pinAttemptsFile(), scheduler),
      m_attended(scheduler, kStaysFor),
      m_corner(scheduler) {
    connect(&m_guard, &PinGuard::happened, this, [&log](const QString& name, const QString& detail) {
        log.warning("kiosk." + name.toStdString(), {{"detail", detail.toStdString()}});
    });
    connect(&m_guard, &PinGuard::happened, this, &PinPrompt::happened);
    connect(&m_guard, &PinGuard::failed, this, [&log](const QString& sentence) {
        log.warning("kiosk.pin_count_not_kept", {{"reason", sentence.toStdString()}});
    });
    if (m_hasPin) offerTheWayOut();
    dress(theme);
}

void PinPrompt::offerTheWayOut() {
    const auto leave = [this] {
        m_log.warning("kiosk.operator_exit");
        emit happened("operator_exit", {});
        emit leaveRequested();
    };
    // Queued: the fifth tap belongs to what is below the pad.
    connect(
        &m_corner, &CornerGesture::made, this, [this, leave] { ask(leave); }, Qt::QueuedConnection);
}

void PinPrompt::dress(const Theme& theme) {
    rest();
    delete m_view;
    m_view = new PinView(theme, &m_window);
    connect(m_view, &PinView::announced, this, &PinPrompt::announced);
    connect(m_view, &PinView::entered, this, &PinPrompt::tryPin);
    connect(m_view, &PinView::left, this, &PinPrompt::rest);
    connect(&m_attended, &InactivityTimer::expired, m_view, &PinView::leave);
}

void PinPrompt::rest() {
    m_onRight = nullptr;
    m_attended.setEnabled(false);
    m_lockTick.cancel();
}

void PinPrompt::ask(std::function<void()> onRight) {
    m_onRight = std::move(onRight);
    m_view->open();
    m_attended.setEnabled(true);
    showLock();
}

void PinPrompt::tryPin(const PinDigits& pin) {
    switch (m_guard.attempt(pin)) {
    case PinGuard::Answer::Right: {
        const auto onRight = std::exchange(m_onRight, nullptr);
        m_view->leave();
        return onRight();
    }
    case PinGuard::Answer::Wrong:
        return m_view->showWrong();
    case PinGuard::Answer::Locked:
        break;
    }
    showLock();
}

// Counts down while the pad is open.
void PinPrompt::showLock() {
    const auto left = m_guard.lockedFor();
    if (left == left.zero()) return m_view->showReady();
    m_view->showLocked(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
    m_lockTick = m_scheduler.after(std::min<Scheduler::Duration>(left, std::chrono::seconds(1)),
                                   [this] { showLock(); });
}

} // namespace latchkey
