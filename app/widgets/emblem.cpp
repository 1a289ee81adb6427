#include "app/widgets/emblem.h"

#include <QPainter>

#include <algorithm>

namespace latchkey {

namespace {

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
    m_sign = sign;
    m_tone = tone;
    update();
}

void Emblem::setDigit(int digit, Tone tone) {
    m_digit = digit;
    setSign(Sign::Digit, tone);
}

void Emblem::paintEvent(QPaintEvent*) {
    if (m_sign == Sign::None) return;
    const double side = std::min(width(), height());
    const Colours colours = coloursOf(m_tone, m_theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((width() - side) / 2, (height() - side) / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.disc);
    painter.drawEllipse(QRectF(0, 0, side, side));
    painter.setBrush(colours.sign);
    painter.setPen(QPen(colours.sign, side * 0.085, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    paintSign(painter, side);
}

void Emblem::paintSign(QPainter& painter, double side) const {
    const auto at = [side](double x, double y) { return QPointF(x * side, y * side); };
    switch (m_sign) {
    case Sign::Check:
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({at(0.30, 0.52), at(0.44, 0.66), at(0.71, 0.37)}));
        break;
    case Sign::Cross:
        painter.drawLine(at(0.35, 0.35), at(0.65, 0.65));
        painter.drawLine(at(0.65, 0.35), at(0.35, 0.65));
        break;
    case Sign::Dots:
        painter.setPen(Qt::NoPen);
        for (const double x : {0.3, 0.5, 0.7}) painter.drawEllipse(at(x, 0.5), side * 0.055, side * 0.055);
        break;
    case Sign::Exclamation:
        painter.drawLine(at(0.5, 0.28), at(0.5, 0.56));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(at(0.5, 0.72), side * 0.055, side * 0.055);
        break;
    case Sign::Key:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at(0.36, 0.5), side * 0.12, side * 0.12);
        painter.drawPolyline(QPolygonF({at(0.48, 0.5), at(0.76, 0.5), at(0.76, 0.61)}));
        painter.drawLine(at(0.64, 0.5), at(0.64, 0.59));
        break;
    case Sign::Phone:
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(at(0.35, 0.23), at(0.65, 0.77)), side * 0.05, side * 0.05);
        painter.drawLine(at(0.47, 0.64), at(0.53, 0.64));
        break;
    case Sign::Digit:
        painter.setFont(themeFont(static_cast<int>(side * 0.46), QFont::DemiBold));
        painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter, QString::number(m_digit));
        break;
    case Sign::None:
        break;
    }
}

} // namespace latchkey
