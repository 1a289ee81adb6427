// Asks whoever is at the screen for the operator's PIN, on a pad over everything else in the window, and does
// what it is for once the right one is typed. The pad goes when nobody types for a while. By itself it asks
// whoever makes the corner gesture, which is the operator's way out.
#pragma once

#include "app/fitting_settings.h"
#include "app/kiosk/corner_gesture.h"
#include "app/kiosk/inactivity_timer.h"
#include "app/kiosk/pin_guard.h"
#include "app/views/pin_view.h"
#include "app/widgets/theme.h"
#include "common/event_log.h"

#include <QObject>
#include <QWidget>

#include <functional>

namespace latchkey {

class PinPrompt : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kStaysFor{20}; // without input

    // All but the settings and the theme have to outlive this.
    PinPrompt(const FittingSettings& settings, Scheduler& scheduler, EventLog& log, const Theme& theme,
              QWidget& window);

    // Whether there is a PIN to ask for. Without one, no answer is right.
    bool hasPin() const { return m_hasPin; }

    void ask(std::function<void()> onRight);

    // In another theme, or with the words of another language. Whoever was asked is not any more.
    void dress(const Theme& theme);

  signals:
    // The operator wants to leave.
    void leaveRequested();
    // For the audit, as the log has it: operator_exit, or see PinGuard::happened().
    void happened(const QString& name, const QString& detail);
    // What a screen reader is to say unasked.
    void announced(const QString& sentence);

  private:
    void offerTheWayOut();
    void tryPin(const PinDigits& pin);
    void showLock();
    void rest();

    Scheduler& m_scheduler;
    EventLog& m_log;
    QWidget& m_window;
    bool m_hasPin;
    PinGuard m_guard;
    PinView* m_view = nullptr; // the window's
    std::function<void()> m_onRight;
    InactivityTimer m_attended; // whether somebody still types
    Scheduler::Call m_lockTick;
    CornerGesture m_corner;
};

} // namespace latchkey
