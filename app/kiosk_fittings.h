// What turns the window into a lobby's screen: each part of app/kiosk, told what to watch and what to do.
#pragma once

#include "app/client/login_session.h"
#include "app/fitting_settings.h"
#include "app/kiosk/burn_in_shift.h"
#include "app/kiosk/corner_gesture.h"
#include "app/kiosk/hooks.h"
#include "app/kiosk/inactivity_timer.h"
#include "app/kiosk/night.h"
#include "app/kiosk/pin_guard.h"
#include "app/kiosk/screen_awake.h"
#include "app/kiosk/speech.h"
#include "app/kiosk/whole_screen.h"
#include "app/views/idle_warning.h"
#include "app/views/night_shade.h"
#include "app/views/pin_view.h"
#include "app/widgets/theme.h"
#include "common/event_log.h"

#include <QObject>
#include <QWidget>

#include <memory>
#include <optional>

namespace latchkey {

class KioskFittings : public QObject {
    Q_OBJECT

  public:
    // The parts of the client that they work with.
    struct Around {
        LoginSession& session;
        Scheduler& scheduler;
        EventLog& log;
    };

    // All but the settings and the theme have to outlive this.
    KioskFittings(const FittingSettings& settings, Around around, const Theme& theme, QWidget& window);

    // Shows the window full screen, for good: nothing but the operator's PIN or a signal leads out. Without
    // this the window is one among others.
    void takeTheScreen();

    // In another theme, or with the words of another language.
    void dress(const Theme& theme);

    // Says it aloud, where the operator wants that. language: its BCP 47 tag.
    void speak(const QString& sentence, const QString& language);

  signals:
    // For the audit: what somebody did at the screen. See PinGuard::happened().
    void happened(const QString& name, const QString& detail);
    // Whether the last of the operator's programs to end has failed.
    void hookEnded(bool failed);
    // Where the layout goes, from where it belongs, against burn-in. See BurnInShift.
    void shifted(QPoint offset);
    // What a screen reader is to say unasked.
    void announced(const QString& sentence);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void lockWhenIdle();
    void letTheOperatorLeave();
    void keepAwake();
    void dimAtNight(const FittingSettings& settings);
    void runHooks();
    void speakWith(const std::filesystem::path& program);
    void onPhase();
    void tryPin(const PinDigits& pin);
    void showLock();

    Around m_around;
    QWidget& m_window;
    QString m_output;

    InactivityTimer m_inactivity;
    IdleWarning* m_idleWarning; // the window's

    Hooks m_hooks;
    std::optional<Hooks::Login> m_unlockedBy; // as the hooks were told

    std::unique_ptr<Speech> m_speech; // only where the operator wants it

    PinGuard m_pinGuard;
    CornerGesture m_corner;
    PinView* m_pinView;            // the window's
    InactivityTimer m_pinAttended; // whether somebody still types
    Scheduler::Call m_lockTick;

    std::unique_ptr<Night> m_night; // only where the screen has one
    BurnInShift m_burnIn;

    // Only when it has taken the screen.
    std::unique_ptr<WholeScreen> m_screen;
    std::unique_ptr<ScreenAwake> m_awake;
};

} // namespace latchkey
