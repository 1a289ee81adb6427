#include "app/views/language_sheet.h"

#include "app/language.h"
#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"
#include "app/widgets/focus_within.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace latchkey {

LanguageSheet::LanguageSheet(const Theme& theme, const QStringList& tags, const QString& current,
                             QWidget* parent)
    : QWidget(parent), m_theme(theme), m_card(new Panel(theme.card, theme.line, this)) {
    setAccessibleRole(*this, QAccessible::Dialog);
    setAccessibleName(tr("Languages"));
    for (const QString& tag : tags) {
        const auto language = std::ranges::find(languages(), tag, &Language::tag);
        const bool isCurrent = tag == current;
        auto* button = new BigButton(theme, language->ownName, m_card,
                                     isCurrent ? BigButton::Tone::Strong : BigButton::Tone::Quiet);
        if (isCurrent) m_current = button;
        connect(button, &QPushButton::clicked, this, [this, tag] {
            hide();
            emit chosen(tag);
        });
        m_buttons.push_back(button);
    }
    hide();
}

void LanguageSheet::open() {
    arrange();
    show();
    raise();
    if (m_current) m_current->setFocus();
}

void LanguageSheet::paintEvent(QPaintEvent*) {
    QColor shade = m_theme.backgroundBottom;
    shade.setAlphaF(0.86F);
    QPainter(this).fillRect(rect(), shade);
}

void LanguageSheet::resizeEvent(QResizeEvent*) {
    arrange();
}

void LanguageSheet::mousePressEvent(QMouseEvent*) {
    leave();
}

void LanguageSheet::leave() {
    hide();
    emit left();
}

bool LanguageSheet::focusNextPrevChild(bool next) {
    return moveFocusWithin(*this, next);
}

void LanguageSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return leave();
    QWidget::keyPressEvent(event);
}

// A grid in the middle: three columns where it is wide, two where it is high.
void LanguageSheet::arrange() {
    const double unit = unitOf(*this);
    const int columns = wide(size()) ? 3 : 2;
    const int rows = (static_cast<int>(m_buttons.size()) + columns - 1) / columns;
    const int gap = static_cast<int>(2 * unit);
    const QSize button(
        static_cast<int>(36 * unit),
        std::min(static_cast<int>(12 * unit), (height() - (rows + 3) * gap) / std::max(rows, 1)));
    const QSize card(columns * button.width() + (columns + 1) * gap,
                     rows * button.height() + (rows + 1) * gap);
    m_card->setGeometry(QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2), card));
    m_card->setRadius(2 * unit);
    for (int index = 0; index < static_cast<int>(m_buttons.size()); ++index) {
        const QPoint cell(gap + index % columns * (button.width() + gap),
                          gap + index / columns * (button.height() + gap));
        m_buttons[static_cast<std::size_t>(index)]->setGeometry({cell, button});
    }
    mirrorWhereRightToLeft(*m_card);
}

} // namespace latchkey
