// A phone has opened the code and asks which number this screen shows: the number, large enough to be read
// across the lobby, and the way out for a person whose phone it is not.
#pragma once

#include "app/client/login_phase.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QWidget>

namespace latchkey {

class NumberView : public QWidget {
    Q_OBJECT

  public:
    NumberView(const Theme& theme, QWidget* parent = nullptr);

    void setNumber(const phase::ShowingNumber& phase);
    // What to say unasked of what is shown now.
    const QString& announcement() const { return m_announcement; }

  signals:
    void startOverRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();
    void styleWords(double unit);
    void arrangeBeside(double unit);
    void arrangeBelow(double unit);
    void placeCard(QRect area, double unit);
    int placeWords(QRect area, Qt::Alignment alignment, double unit);
    int placeWayOut(QPoint topLeft, int width, Qt::Alignment alignment, double unit);

    Theme m_theme;
    QString m_announcement;
    Panel* m_shade;
    Panel* m_card;
    FittedLabel* m_number;
    Emblem* m_emblem;
    FittedLabel* m_status;
    FittedLabel* m_headline;
    FittedLabel* m_explanation;
    FittedLabel* m_notYours;
    BigButton* m_startOver;
};

} // namespace latchkey
