// A thin ring that runs down from full to empty. It repaints only when told something that shows.
#pragma once

#include "app/widgets/theme.h"

#include <QWidget>

namespace latchkey {

class CountdownRing : public QWidget {
    Q_OBJECT

  public:
    CountdownRing(const Theme& theme, QWidget* parent);

    // What is left, from 0 to 1.
    void setFraction(double fraction);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Theme m_theme;
    int m_sixteenths = 0; // of a degree, as QPainter counts
};

} // namespace latchkey
