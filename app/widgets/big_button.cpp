#include "app/widgets/big_button.h"

#include <QPainter>

namespace latchkey {

BigButton::BigButton(const Theme& theme, const QString& text, QWidget* parent, Tone tone)
    : QPushButton(text, parent), m_theme(theme), m_tone(tone) {
    setAccessibleName(text);
    setAutoDefault(true); // Return presses it, too
    setFocusPolicy(Qt::StrongFocus);
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

    int size = static_cast<int>(height() * 0.33);
    while (size > 8 &&
           QFontMetrics(themeFont(size, QFont::DemiBold)).horizontalAdvance(text()) > face.width() * 0.92)
        --size;
    painter.setFont(themeFont(size, QFont::DemiBold));
    painter.setPen(quiet ? m_theme.accent : m_theme.onAccent);
    painter.drawText(face, Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace latchkey
