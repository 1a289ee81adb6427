#include "app/views/server_card.h"

#include "app/widgets/arrangement.h"
#include "app/widgets/icon.h"

#include <QPainter>

namespace latchkey {

ServerCard::ServerCard(const Theme& theme, const AnnouncedServer& server, QWidget* parent)
    : QPushButton(parent),
      m_theme(theme),
      m_secure(server.says.url.secure()),
      m_name(new FittedLabel(this)),
      m_address(new FittedLabel(this)),
      m_security(new FittedLabel(this)) {
    m_name->setText(server.name);
    m_name->setColour(theme.ink);
    m_address->setText(QString::fromStdString(server.says.url.text()));
    m_address->setColour(theme.muted);
    m_security->setText(m_secure ? tr("Encrypted") : tr("Not encrypted"));
    m_security->setColour(m_secure ? theme.accent : theme.alarm);
    m_security->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (FittedLabel* label : {m_name, m_address, m_security})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(m_name->text() + ", " + m_address->text() + ", " + m_security->text());
    setAutoDefault(true); // Return presses it, too
    setFocusPolicy(Qt::StrongFocus);
}

void ServerCard::paintEvent(QPaintEvent*) {
    const double ring = height() / 26.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.line, hasFocus() ? ring : ring / 2));
    painter.setBrush(isDown() ? m_theme.accentSoft : m_theme.card);
    const QRectF face = QRectF(rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2);
    painter.drawRoundedRect(face, face.height() / 6, face.height() / 6);

    const double side = height() * 0.36;
    const double left = height() * 0.3;
    const double start = layoutDirection() == Qt::RightToLeft ? width() - left - side : left;
    paintIcon(painter, m_secure ? Icon::Lock : Icon::Warning, {start, (height() - side) / 2, side, side},
              m_secure ? m_theme.accent : m_theme.alarm);
}

void ServerCard::resizeEvent(QResizeEvent*) {
    const int indent = height();
    const int margin = static_cast<int>(height() * 0.3);
    const int security = width() / 4;
    const int words = width() - indent - security - 2 * margin;
    const int half = static_cast<int>(height() * 0.42);
    const int top = height() / 2 - static_cast<int>(half * 0.95);
    m_name->setStyle(height() * 0.27, QFont::DemiBold);
    m_address->setStyle(height() * 0.21, QFont::Normal);
    m_security->setStyle(height() * 0.19, QFont::Medium, 2);
    m_name->setGeometry(indent, top, words, half);
    m_address->setGeometry(indent, top + half, words, half);
    m_security->setGeometry(width() - margin - security, 0, security, height());
    mirrorWhereRightToLeft(*this);
}

} // namespace latchkey
