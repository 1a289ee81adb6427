// One piece of news in the middle of the screen: declined, signing out, the server away, the screen refused.
#pragma once

#include "app/client/login_phase.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QWidget>

#include <optional>

namespace latchkey {

class MessageView : public QWidget {
    Q_OBJECT

  public:
    MessageView(const Theme& theme, QWidget* parent = nullptr);

    void showDeclined();
    void showSigningOut(const phase::SigningOut& phase);
    void showAway(const phase::Away& phase, Scheduler::Instant now);
    void showRefused(const phase::Refused& phase, Scheduler::Instant now);

    // Time has passed: the next attempt is nearer.
    void tick(Scheduler::Instant now);

  signals:
    void signOutRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void setMessage(const QString& headline, const QString& text, const QString& detail = {});
    void arrange();

    Emblem* m_emblem;
    FittedLabel* m_headline;
    FittedLabel* m_text;
    FittedLabel* m_countdown;
    FittedLabel* m_detail; // for whoever looks after the screen
    BigButton* m_signOut;
    std::optional<Scheduler::Instant> m_nextTry;
};

} // namespace latchkey
