// The short moment after unlocking: a check mark and the person's name on a card, over the dashboard, which
// is there already and can be used. It fades by itself; where nothing may move, it goes at once.
#pragma once

#include "app/client/scheduler.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QGraphicsOpacityEffect>
#include <QVariantAnimation>
#include <QWidget>

namespace latchkey {

class WelcomeView : public QWidget {
    Q_OBJECT

  public:
    static constexpr std::chrono::milliseconds kLasts{1200}; // and then it fades

    // The scheduler has to outlive this.
    WelcomeView(const Theme& theme, Scheduler& scheduler, QWidget* parent);

    void greet(const QString& name);
    // Gone, with the name, at once.
    void clear();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fade();
    void arrange();

    Theme m_theme;
    Scheduler& m_scheduler;
    Panel* m_card;
    Emblem* m_check;
    FittedLabel* m_welcome;
    FittedLabel* m_name;
    QGraphicsOpacityEffect* m_opacity;
    QVariantAnimation m_fade;
    Scheduler::Call m_over;
};

} // namespace latchkey
