// One piece of news in the middle of the screen: approved, declined, signed out, the server away, the screen
// not in service.
#pragma once

#include "app/client/login_phase.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

namespace latchkey {

class MessageView : public QWidget {
    Q_OBJECT

  public:
    MessageView(const Theme& theme, QWidget* parent = nullptr);

    // What the wall's clock says and the scheduler's, at the same moment.
    struct Clocks {
        QDateTime wall;
        Scheduler::Instant now;
    };

    void showApproved();
    void showDeclined();
    void showSigningOut(const phase::SigningOut& phase);
    void showGoodbye(const phase::Goodbye& phase);
    void showAway(const phase::Away& phase, const Clocks& clocks);
    void showRefused(const phase::Refused& phase, Scheduler::Instant now);
    void showWrongServer(const phase::WrongServer& phase, Scheduler::Instant now);
    // Whatever an operator has to put right: what it is, and what to do.
    void showProblem(const QString& what, const QString& fix, Scheduler::Instant nextTry,
                     Scheduler::Instant now);

    // What to say unasked of what is shown now.
    const QString& announcement() const { return m_announcement; }

    // Time has passed: the next attempt is nearer.
    void tick(Scheduler::Instant now);

  signals:
    void signOutRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    enum class SignOut { NotOffered, Offered };

    void showNextTry(Scheduler::Instant nextTry, Scheduler::Instant now);
    void setMessage(const QString& headline, const QString& text, const QString& detail = {},
                    SignOut signOut = SignOut::NotOffered);
    void arrange();
    void styleWords(double unit);
    int place(double unit, int top);

    Theme m_theme;
    QString m_announcement;
    Emblem* m_emblem;
    FittedLabel* m_headline;
    FittedLabel* m_text;
    FittedLabel* m_countdown;
    FittedLabel* m_detail; // for whoever looks after the screen
    BigButton* m_signOut;
    std::optional<Scheduler::Instant> m_nextTry;
};

} // namespace latchkey
