// What a screen does that has no server yet, from its start until one is trusted: looks for servers, has
// somebody choose, and asks for the operator's PIN where there is one. It is as locked as the kiosk that
// comes after it.
#pragma once

#include "app/discovery/server_choice.h"
#include "app/discovery/service_browser.h"
#include "app/fitting_settings.h"
#include "app/pin_prompt.h"
#include "app/screen_fittings.h"
#include "app/views/lobby_window.h"
#include "common/event_log.h"

#include <QDBusConnection>
#include <QObject>

namespace latchkey {

class ServerSetup : public QObject {
    Q_OBJECT

  public:
    // systemBus: where avahi-daemon is. Parts and log have to outlive this.
    ServerSetup(const FittingSettings& settings, const Appearance& appearance, const LobbyParts& parts,
                QDBusConnection systemBus, EventLog& log);

    LobbyWindow& window() { return m_window; }

    // See ScreenFittings.
    void takeTheScreen() { m_screen.takeTheScreen(); }

  signals:
    // It is pinned. Nothing is left to do here.
    void trusted(const TrustedServer& server);
    // The operator has had enough: the window was closed, or the PIN typed in the corner.
    void left();

  private:
    std::unique_ptr<LobbyFace> makeFace(const FaceSetting& setting);
    void tellTheLog();
    void onYes();

    EventLog& m_log;
    ServiceBrowser m_browser;
    ServerChoice m_choice;
    LobbyWindow m_window;
    ScreenFittings m_screen;
    PinPrompt m_pinPrompt;
};

} // namespace latchkey
