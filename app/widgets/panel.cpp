#include "app/widgets/panel.h"

#include <QPainter>

namespace latchkey {

Panel::Panel(const QColor& fill, const QColor& outline, QWidget* parent)
    : QWidget(parent), m_fill(fill), m_outline(outline) {}

void Panel::setRadius(double pixels) {
    if (pixels == m_radius) return;
    m_radius = pixels;
    update();
}

void Panel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_outline);
    painter.setBrush(m_fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_radius, m_radius);
}

} // namespace latchkey
