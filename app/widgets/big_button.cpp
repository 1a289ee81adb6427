#include "app/widgets/big_button.h"

#include <QPainter>

namespace latchkey {

BigButton::BigButton(const Theme& theme, const QString& text, QWidget* parent, Tone tone)
    : QPushButton(text, parent), m_theme(theme), m_tone(tone) {
    setAccessibleName(text);
    setAutoDefault(true); // Return presses it, too
    setFocusPolicy(Qt::StrongFocus);
}

void BigButton::setSign(Icon sign) {
    m_sign = sign;
    update();
}

void BigButton::paintEvent(QPaintEvent*) {
    const double ring = height() / 20.0;
    const QRectF face = QRectF(rect()).adjusted(2 * ring, 2 * ring, -2 * ring, -2 * ring);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, ring));
        painter.setBrush(Qt::NoBrush);
        const QRectF outline = QRectF(rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2);
        painter.drawRoundedRect(outline, outline.height() / 4, outline.height() / 4);
    }
    const bool quiet = m_tone == Tone::Quiet;
    const QColor atRest = quiet ? m_theme.accentSoft : m_theme.accent;
    const QColor pressed = quiet ? m_theme.line : m_theme.accentPressed;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown() ? pressed : atRest);
    painter.drawRoundedRect(face, face.height() / 4, face.height() / 4);

    paintLabel(painter, face, quiet ? m_theme.accent : m_theme.onAccent);
}

// The sign and the text, together in the middle, as large as there is room for.
void BigButton::paintLabel(QPainter& painter, const QRectF& face, const QColor& colour) const {
    const auto signWidth = [this](int size) { return m_sign ? size * 1.7 : 0.0; };
    const auto textWidth = [this](int size) {
        return QFontMetricsF(themeFont(size, QFont::DemiBold)).horizontalAdvance(text());
    };
    int size = static_cast<int>(height() * 0.33);
    while (size > 8 && signWidth(size) + textWidth(size) > face.width() * 0.92) --size;
    const double whole = signWidth(size) + textWidth(size);
    const QRectF label((width() - whole) / 2, face.top(), whole, face.height());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (m_sign) {
        const double side = size * 1.25;
        const double left = mirrored ? label.right() - side : label.left();
        paintIcon(painter, *m_sign, {left, label.center().y() - side / 2, side, side}, colour);
    }
    painter.setFont(themeFont(size, QFont::DemiBold));
    painter.setPen(colour);
    const double indent = signWidth(size);
    painter.drawText(mirrored ? label.adjusted(0, 0, -indent, 0) : label.adjusted(indent, 0, 0, 0),
                     Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text());
}

} // namespace latchkey
