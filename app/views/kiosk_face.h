// The face of a screen that has a server: the view of the phase that the login session is in, and a line at
// the bottom that says which screen and which server.
#pragma once

#include "app/client/clock_check.h"
#include "app/client/login_session.h"
#include "app/kiosk/hook_check.h"
#include "app/views/dashboard_view.h"
#include "app/views/lobby_window.h"
#include "app/views/login_view.h"
#include "app/views/message_view.h"
#include "app/views/number_view.h"
#include "app/views/welcome_view.h"
#include "app/widgets/fitted_label.h"

#include <QStackedWidget>

namespace latchkey {

// What the face shows, and whom it tells. All of them have to outlive it.
struct KioskParts {
    LoginSession& session;
    ClockCheck& clock;
    HookCheck& hooks;
    WebAddress server;
};

class KioskFace : public LobbyFace {
    Q_OBJECT

  public:
    KioskFace(const FaceSetting& setting, const KioskParts& parts);

    void tick() override;
    // Nobody's name, nothing of a dashboard. The number to tap is said: it is there to be seen by all, and
    // proves no more than that somebody stands at this screen.
    QString announcement() const override;

  protected:
    void arrangeBody(const QRect& body) override;

  private:
    void showPhase();
    void present(const phase::Connecting& phase);
    void present(const phase::ShowingCode& phase);
    void present(const phase::PhoneHere& phase);
    void present(const phase::ShowingNumber& phase);
    void present(const phase::Approved& phase);
    void present(const phase::Declined& phase);
    void present(const phase::SignedIn& phase);
    void present(const phase::SigningOut& phase);
    void present(const phase::Goodbye& phase);
    void present(const phase::Away& phase);
    void present(const phase::Refused& phase);
    void present(const phase::WrongServer& phase);
    void bringUp(QWidget* view);
    void nameScreen(const phase::Code& code);
    void showConcerns();
    QString clockProblem() const;

    KioskParts m_parts;
    FittedLabel* m_screenName;
    FittedLabel* m_serverName;
    FittedLabel* m_attention; // in the place of both
    QStackedWidget* m_stack;
    LoginView* m_login;
    NumberView* m_number;
    DashboardView* m_dashboard;
    MessageView* m_message;
    WelcomeView* m_welcome;
};

LobbyWindow::MakeFace kioskFaces(const KioskParts& parts);

} // namespace latchkey
