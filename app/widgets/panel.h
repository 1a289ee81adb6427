// A rounded surface that things stand on.
#pragma once

#include <QColor>
#include <QWidget>

namespace latchkey {

class Panel : public QWidget {
    Q_OBJECT

  public:
    Panel(const QColor& fill, const QColor& outline, QWidget* parent);

    void setRadius(double pixels);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QColor m_fill;
    QColor m_outline;
    double m_radius = 8;
};

} // namespace latchkey
