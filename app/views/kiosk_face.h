// Everything on the window, in one theme and one language: a line on top (whose screen, which language, what
// time), a line at the bottom (which screen, which server), and between them the view of the phase that the
// login session is in. Where theme or language change, another one takes its place: it holds nothing that the
// session does not.
#pragma once

#include "app/client/clock_check.h"
#include "app/client/login_session.h"
#include "app/language.h"
#include "app/views/appearance.h"
#include "app/views/dashboard_view.h"
#include "app/views/language_sheet.h"
#include "app/views/login_view.h"
#include "app/views/message_view.h"
#include "app/views/number_view.h"
#include "app/views/welcome_view.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/picture.h"
#include "app/widgets/theme.h"
#include "common/clock.h"

#include <QStackedWidget>
#include <QWidget>

namespace latchkey {

// What the face shows, and whom it tells. All of them have to outlive it.
struct FaceParts {
    LoginSession& session;
    Scheduler& scheduler;
    Now now; // for the clock on the screen
    LanguageSwitch& language;
    ClockCheck& clock;
    WebAddress server;
};

class KioskFace : public QWidget {
    Q_OBJECT

  public:
    KioskFace(const FaceParts& parts, const Appearance& appearance, const Theme& theme, QWidget* parent);

    // Time has passed.
    void tick();
    // Another minute has begun.
    void showMinute();

    // Whether a program that the operator has run on unlocking or locking has failed.
    void setHookFailed(bool failed);

    // What to say unasked of what is shown now, in one sentence or two. For the whole lobby to hear: nobody's
    // name, nothing of a dashboard. The number to tap is said: it is there to be seen by all, and proves no
    // more than that somebody stands at this screen.
    QString announcement() const;

  signals:
    void phaseShown();

  protected:
    void resizeEvent(QResizeEvent* event) override;

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
    void bringUp(QWidget* view);
    bool overAllFaces(const QWidget* widget) const;
    void nameScreen(const phase::Code& code);
    void showConcerns();
    QString clockProblem() const;
    void offerLanguages(const Appearance& appearance);
    QDateTime wallTime() const;

    FaceParts m_parts;
    Theme m_theme;
    Emblem* m_mark;
    Picture* m_logo;
    FittedLabel* m_brand;
    FittedLabel* m_clock;
    BigButton* m_languageButton = nullptr;
    LanguageSheet* m_languageSheet = nullptr;
    FittedLabel* m_screenName;
    FittedLabel* m_serverName;
    FittedLabel* m_attention; // in the place of both
    bool m_hookFailed = false;
    QStackedWidget* m_stack;
    LoginView* m_login;
    NumberView* m_number;
    DashboardView* m_dashboard;
    MessageView* m_message;
    WelcomeView* m_welcome;
};

} // namespace latchkey
