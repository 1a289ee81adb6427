// What every screen in a lobby has, whatever it shows: the whole of its terminal, once it takes it, kept
// awake, with nothing that burns itself in, and darker at night.
#pragma once

#include "app/fitting_settings.h"
#include "app/kiosk/burn_in_shift.h"
#include "app/kiosk/night.h"
#include "app/kiosk/screen_awake.h"
#include "app/kiosk/whole_screen.h"
#include "app/views/lobby_window.h"
#include "common/event_log.h"

#include <QObject>

#include <memory>

namespace latchkey {

class ScreenFittings : public QObject {
    Q_OBJECT

  public:
    // All but the settings have to outlive this.
    ScreenFittings(const FittingSettings& settings, LobbyWindow& window, Scheduler& scheduler, EventLog& log);

    // Shows the window full screen, for good: nothing but the operator's PIN or a signal leads out. Without
    // this the window is one among others.
    void takeTheScreen();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void dimAtNight(const FittingSettings& settings);
    void tellWhichScreen(const QString& screen);
    void keepAwake();

    LobbyWindow& m_window;
    Scheduler& m_scheduler;
    EventLog& m_log;
    QString m_output;
    std::unique_ptr<Night> m_night; // only where the screen has one
    BurnInShift m_burnIn;

    // Only when it has taken the screen.
    std::unique_ptr<WholeScreen> m_screen;
    std::unique_ptr<ScreenAwake> m_awake;
};

} // namespace latchkey
