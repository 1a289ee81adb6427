// The one window: a line on top (whose screen, what time), a line at the bottom (which screen, which server),
// and between them the view of the phase the login session is in.
#pragma once

#include "app/client/login_session.h"
#include "app/views/dashboard_view.h"
#include "app/views/login_view.h"
#include "app/views/message_view.h"
#include "app/views/number_view.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"
#include "common/clock.h"

#include <QStackedWidget>
#include <QWidget>

namespace latchkey {

class KioskWindow : public QWidget {
    Q_OBJECT

  public:
    // The session and the scheduler have to outlive this. now: for the clock on the screen.
    KioskWindow(LoginSession& session, Scheduler& scheduler, Now now, const WebAddress& server);

  signals:
    // Somebody closed the window. It stays until whoever listens lets it go.
    void closeRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

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
    void present(const phase::Away& phase);
    void present(const phase::Refused& phase);
    void nameScreen(const phase::Code& code);
    void tick();

    LoginSession& m_session;
    Scheduler& m_scheduler;
    Now m_now;
    Theme m_theme;
    Emblem* m_mark;
    FittedLabel* m_brand;
    FittedLabel* m_clock;
    FittedLabel* m_screenName;
    FittedLabel* m_serverName;
    QStackedWidget* m_stack;
    LoginView* m_login;
    NumberView* m_number;
    DashboardView* m_dashboard;
    MessageView* m_message;
    Scheduler::Call m_nextTick;
};

} // namespace latchkey
