#include "app/widgets/emblem.h"

#include <QPainter>

#include <algorithm>

namespace latchkey {

namespace {

constexpr double kSignsShare = 0.62; // of the disc's diameter

struct Colours {
    QColor disc;
    QColor sign;
};

Colours coloursOf(Emblem::Tone tone, const Theme& theme) {
    switch (tone) {
    case Emblem::Tone::Quiet:
        return {theme.line, theme.muted};
    case Emblem::Tone::Soft:
        return {theme.accentSoft, theme.accent};
    case Emblem::Tone::Strong:
        return {theme.accent, theme.onAccent};
    case Emblem::Tone::Alarm:
        break;
    }
    return {theme.alarmSoft, theme.alarm};
}

} // namespace

Emblem::Emblem(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {}

void Emblem::setSign(Sign sign, Tone tone) {
    if (m_sign == sign && m_tone == tone) return;
    m_sign = sign;
    m_tone = tone;
    update();
}

void Emblem::paintEvent(QPaintEvent*) {
    if (!m_sign) return;
    const double side = std::min(width(), height());
    const Colours colours = coloursOf(m_tone, m_theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((width() - side) / 2, (height() - side) / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.disc);
    painter.drawEllipse(QRectF(0, 0, side, side));
    const double sign = side * kSignsShare;
    paintIcon(painter, *m_sign, {(side - sign) / 2, (side - sign) / 2, sign, sign}, colours.sign);
}

} // namespace latchkey
