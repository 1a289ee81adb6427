#include "app/widgets/countdown_ring.h"

#include <QPainter>

#include <algorithm>

namespace latchkey {

CountdownRing::CountdownRing(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {}

void CountdownRing::setFraction(double fraction) {
    const int sixteenths = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * 360) * 16;
    if (sixteenths == m_sixteenths) return;
    m_sixteenths = sixteenths;
    update();
}

void CountdownRing::paintEvent(QPaintEvent*) {
    const double side = std::min(width(), height());
    const double stroke = std::max(side / 8, 2.0);
    const QRectF circle((width() - side + stroke) / 2, (height() - side + stroke) / 2, side - stroke,
                        side - stroke);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.line, stroke));
    painter.drawEllipse(circle);
    painter.setPen(QPen(m_theme.accent, stroke, Qt::SolidLine, Qt::RoundCap));
    if (m_sixteenths > 0) painter.drawArc(circle, 90 * 16, m_sixteenths);
}

} // namespace latchkey
