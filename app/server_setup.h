// What a screen does that has no server yet, from its start until one is trusted: looks for servers, has
// somebody choose, and asks for the operator's PIN where there is one. It is as locked as the kiosk that
// comes after it.
#pragma once

#include "app/discovery/server_choice.h"
#include "app/discovery/service_browser.h"
#include "app/fitting_settings.h"
#include "app/kiosk/corner_gesture.h"
#include "app/kiosk/inactivity_timer.h"
#include "app/kiosk/pin_guard.h"
#include "app/kiosk/screen_awake.h"
#include "app/kiosk/whole_screen.h"
#include "app/views/pin_view.h"
#include "app/views/setup_window.h"
#include "common/event_log.h"

#include <QDBusConnection>
#include <QObject>

#include <memory>

namespace latchkey {

class ServerSetup : public QObject {
    Q_OBJECT

  public:
    // systemBus: where avahi-daemon is. Scheduler and log have to outlive this.
    ServerSetup(const FittingSettings& settings, const Appearance& appearance, QDBusConnection systemBus,
                Scheduler& scheduler, EventLog& log);

    SetupWindow& window() { return m_window; }

    // Shows the window full screen; see KioskFittings::takeTheScreen().
    void takeTheScreen();

  signals:
    // It is pinned. Nothing is left to do here.
    void trusted(const TrustedServer& server);
    // The operator has had enough: the window was closed, or the PIN typed in the corner.
    void left();

  private:
    // What the PIN is asked for.
    enum class Purpose { Trust, Leave };

    void tellTheLog();
    void askForPin(Purpose purpose);
    void tryPin(const PinDigits& pin);
    void showLock();

    Scheduler& m_scheduler;
    EventLog& m_log;
    QString m_output;
    bool m_hasPin;
    ServiceBrowser m_browser;
    ServerChoice m_choice;
    SetupWindow m_window;
    PinGuard m_pinGuard;
    PinView* m_pinView; // the window's
    InactivityTimer m_pinAttended;
    Purpose m_purpose = Purpose::Trust;
    CornerGesture m_corner;
    Scheduler::Call m_lockTick;

    // Only when it has taken the screen.
    std::unique_ptr<WholeScreen> m_screen;
    std::unique_ptr<ScreenAwake> m_awake;
};

} // namespace latchkey
