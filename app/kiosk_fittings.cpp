#include "app/kiosk_fittings.h"

namespace latchkey {

KioskFittings::KioskFittings(const FittingSettings& settings, LoginSession& session, Scheduler& scheduler,
                             const Theme& theme, QWidget& window)
    : m_session(session),
      m_inactivity(scheduler, settings.idleLock),
      m_idleWarning(new IdleWarning(theme, &window)) {
    lockWhenIdle();
}

void KioskFittings::lockWhenIdle() {
    connect(&m_session, &LoginSession::phaseChanged, this,
            [this] { m_inactivity.setEnabled(std::holds_alternative<phase::SignedIn>(m_session.phase())); });
    connect(&m_inactivity, &InactivityTimer::countdownChanged, m_idleWarning, &IdleWarning::showSecondsLeft);
    // Queued: the touch that says "I am here" is still on its way, and must not reach what lies below.
    connect(&m_inactivity, &InactivityTimer::cancelled, m_idleWarning, &IdleWarning::dismiss,
            Qt::QueuedConnection);
    connect(&m_inactivity, &InactivityTimer::expired, m_idleWarning, &IdleWarning::dismiss);
    connect(&m_inactivity, &InactivityTimer::expired, &m_session, &LoginSession::signOut);
}

} // namespace latchkey
