#include "app/widgets/panel.h"

#include <QPaintEvent>
#include <QPainter>
#include <QtMath>

namespace latchkey {

Panel::Panel(const QColor& fill, const QColor& outline, QWidget* parent)
    : QWidget(parent), m_fill(fill), m_outline(outline) {}

void Panel::setRadius(double pixels) {
    if (pixels == m_radius) return;
    m_radius = pixels;
    update();
}

void Panel::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    // Something that stands on it changes: the outline is out of the way, and smoothing it costs more.
    const int edge = qCeil(m_radius);
    if (rect().adjusted(edge, edge, -edge, -edge).contains(event->rect()))
        return painter.fillRect(event->rect(), m_fill);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_outline);
    painter.setBrush(m_fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_radius, m_radius);
}

} // namespace latchkey
