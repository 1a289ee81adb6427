// The unlocked terminal: who is signed in, since when and for how long, what the operator has to say, and the
// way out. It knows nothing of a person before setLogin() and nothing after clear().
#pragma once

#include "app/client/login_phase.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace latchkey {

class DashboardView : public QWidget {
    Q_OBJECT

  public:
    DashboardView(const Theme& theme, QWidget* parent = nullptr);

    void setLogin(const phase::SignedIn& login, Scheduler::Instant now);
    // Wipes every personal word off.
    void clear();

    // Time has passed: there is less left.
    void tick(Scheduler::Instant now);

  signals:
    void signOutRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    // One fact: what it is, what it says, and perhaps a word more.
    struct Fact {
        Panel* panel;
        FittedLabel* name;
        FittedLabel* value;
        FittedLabel* more;
    };
    struct Notice {
        Panel* panel;
        FittedLabel* text;
    };
    enum FactIndex { Since, Until, Device, Place };

    Fact makeFact(const QString& name);
    void setFact(FactIndex index, const QString& value, const QString& more = {});
    void setNotices(const std::vector<std::string>& notices);
    void addNotice(const QString& text);

    void arrange();
    void arrangeBeside(double unit);
    void arrangeBelow(double unit);
    int placeGreeting(QRect area, double unit);
    void placeFacts(QRect area, int columns, double unit);
    void placeNotices(QRect area, double unit);

    Theme m_theme;
    Emblem* m_emblem;
    FittedLabel* m_status;
    FittedLabel* m_greeting;
    FittedLabel* m_name;
    std::array<Fact, 4> m_facts;
    FittedLabel* m_noticesTitle;
    std::vector<Notice> m_notices;
    BigButton* m_signOut;
    std::optional<Scheduler::Instant> m_endsAt;
};

} // namespace latchkey
