// The display client's window with everything around it, in this process, against a server that answers to
// order, on a clock that stands still: the same picture every time.
#pragma once

#include "app/client/clock_check.h"
#include "app/kiosk_fittings.h"
#include "app/language.h"
#include "app/views/kiosk_face.h"
#include "app/views/setup_face.h"
#include "app/views/trouble_face.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"

#include <QImage>

#include <memory>

namespace latchkey {

class KioskStage {
  public:
    struct Setting {
        QSize size; // of the window, in device-independent pixels
        QString language = QStringLiteral("en");
        bool dark = false;
    };

    explicit KioskStage(const Setting& setting);
    KioskStage(const KioskStage&) = delete;
    KioskStage& operator=(const KioskStage&) = delete;

    // What the code on the screen says, and the one on a dashboard's tile.
    static QString code();
    static QString link();

    LobbyWindow& window() { return *m_window; }
    QImage picture();
    // Of the black modules within a picture of this stage.
    QRect codeIn(const QImage& picture) const;

    // How to get to each state, from the beginning: by what the server answers, what a person does and the
    // time that passes. They fail the test where they do not arrive.
    void connecting();
    void waiting();
    void phoneHere();
    void number();
    void approved();
    void welcome();
    void dashboard();
    void declined();
    void goodbye();
    void signingOutWithTheServerAway();
    void away();
    void awayWhileSignedIn();
    void refused();
    void clockOff();
    void idleWarning();
    void pinPad();
    void languageSheet();
    void lookingForServers();
    void choosingAServer();
    void trustingASecureServer();
    void trustingAPlainServer();
    void refusingAServer();
    void settingsTrouble();

  private:
    using Answer = LoopbackServer::Answer;

    LobbyParts parts();
    void showFaces(LobbyWindow::MakeFace makeFace);
    void choose(const ChoicePhase& phase);
    void start();
    void answerPoll(SessionState state, const std::string& number = {});
    void stopServer();
    Scheduler::Instant nextTry() const; // of being away
    void letTheNextAttemptFail();
    void pressSignOut();
    template <class P>
    bool in() const {
        return std::holds_alternative<P>(m_session->phase());
    }

    Setting m_setting;
    ManualScheduler m_scheduler;
    LoopbackServer m_server;
    EventLog m_log;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<LoginSession> m_session;
    std::unique_ptr<LanguageSwitch> m_language;
    std::unique_ptr<ClockCheck> m_clock;
    HookCheck m_hooks;
    std::unique_ptr<ServiceBrowser> m_browser; // on a screen without a server
    std::unique_ptr<ServerChoice> m_choice;
    std::unique_ptr<SettingsWatch> m_settings; // on one without settings
    std::unique_ptr<LobbyWindow> m_window;
    std::unique_ptr<KioskFittings> m_fittings; // in the window, and so gone before it
    Scheduler::Instant m_signedInAt{};
};

} // namespace latchkey
