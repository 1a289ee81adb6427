// What a lobby's screen shows while its settings cannot be used: what is wrong, in the words that the command
// line would have used, instead of a dark screen. It looks at them again every few seconds, so that mending
// them is all there is to do.
#pragma once

#include "app/kiosk/corner_gesture.h"
#include "app/screen_fittings.h"
#include "app/settings_watch.h"
#include "app/views/lobby_window.h"
#include "common/event_log.h"

#include <QObject>

#include <string>

namespace latchkey {

class SettingsTrouble : public QObject {
    Q_OBJECT

  public:
    // Parts and log have to outlive this.
    SettingsTrouble(const std::string& problem, SettingsWatch::Look look, const LobbyParts& parts,
                    EventLog& log);

    LobbyWindow& window() { return m_window; }

    // On the primary screen: which one is meant is among the settings.
    void takeTheScreen() { m_screen.takeTheScreen(); }

  signals:
    // Something else is wrong now.
    void changed(const QString& problem);
    // Nothing is wrong any more.
    void mended();
    // The operator has made the corner gesture. No PIN is asked for, since that too is among the settings,
    // and nothing is behind this but the login of the machine.
    void left();

  private:
    SettingsWatch m_watch;
    LobbyWindow m_window;
    ScreenFittings m_screen;
    CornerGesture m_corner;
};

} // namespace latchkey
