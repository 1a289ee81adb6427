// What a screen with a server has besides ScreenFittings: each part of app/kiosk that goes by the login
// session, told what to watch and what to do.
#pragma once

#include "app/client/login_session.h"
#include "app/fitting_settings.h"
#include "app/kiosk/hooks.h"
#include "app/kiosk/inactivity_timer.h"
#include "app/kiosk/speech.h"
#include "app/pin_prompt.h"
#include "app/views/idle_warning.h"
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

    // In another theme, or with the words of another language.
    void dress(const Theme& theme);

    // Says it aloud, where the operator wants that. language: its BCP 47 tag.
    void speak(const QString& sentence, const QString& language);

  signals:
    // For the audit: what somebody did at the screen; hook_failed, or as PinPrompt::happened().
    void happened(const QString& name, const QString& detail);
    // Whether the last of the operator's programs to end has failed.
    void hookEnded(bool failed);
    // What a screen reader is to say unasked.
    void announced(const QString& sentence);

  private:
    void dressIdleWarning(const Theme& theme);
    void lockWhenIdle();
    void letTheOperatorLeave();
    void runHooks();
    void speakWith(const std::filesystem::path& program);
    void onPhase();

    Around m_around;
    QWidget& m_window;

    InactivityTimer m_inactivity;
    IdleWarning* m_idleWarning; // the window's

    Hooks m_hooks;
    std::optional<Hooks::Login> m_unlockedBy; // as the hooks were told

    std::unique_ptr<Speech> m_speech; // only where the operator wants it

    PinPrompt m_pinPrompt;
};

} // namespace latchkey
