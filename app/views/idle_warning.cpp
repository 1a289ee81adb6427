#include "app/views/idle_warning.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/focus_within.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

constexpr double kVeil = 0.6; // how much of what lies below is covered: the rest is no longer read

} // namespace

IdleWarning::IdleWarning(const Theme& theme, QWidget* window)
    : QWidget(window),
      m_veil(theme.ink),
      m_card(new Panel(theme.card, theme.line, this)),
      m_question(new FittedLabel(m_card)),
      m_countdown(new FittedLabel(m_card)),
      m_stay(new BigButton(theme, tr("Stay"), m_card)) {
    setAccessibleRole(*this, QAccessible::Dialog);
    setAccessibleRole(*m_question, QAccessible::Heading);
    m_veil.setAlphaF(kVeil);
    m_question->setText(tr("Still there?"));
    m_question->setColour(theme.ink);
    m_countdown->setColour(theme.muted);
    for (FittedLabel* label : {m_question, m_countdown}) label->setAlignment(Qt::AlignCenter);
    setAccessibleName(m_question->text());
    setFocusProxy(m_stay);
    connect(m_stay, &QPushButton::clicked, this, &IdleWarning::stayRequested);
    window->installEventFilter(this);
    hide();
}

void IdleWarning::showSecondsLeft(int seconds) {
    const QString countdown = tr("This screen locks in %n s", nullptr, seconds);
    // A reader hears of the beginning and of the end, not of every second; a second may have been skipped.
    const bool begins = isHidden();
    if (begins) m_lastCalled = false;
    const bool lastCall = seconds <= kLastCall && !std::exchange(m_lastCalled, seconds <= kLastCall);
    if (begins || lastCall) m_countdown->setAccessibleName(countdown);
    m_countdown->setText(countdown);
    if (!begins) {
        if (lastCall) emit announced(countdown);
        return;
    }
    m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    arrange();
    m_stay->setFocus();
    emit announced(m_question->text() + ' ' + countdown);
}

void IdleWarning::dismiss() {
    if (isHidden()) return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible()) m_focusBefore->setFocus();
}

bool IdleWarning::focusNextPrevChild(bool next) {
    return moveFocusWithin(*this, next);
}

bool IdleWarning::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return false;
}

void IdleWarning::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), m_veil);
}

void IdleWarning::resizeEvent(QResizeEvent*) {
    arrange();
}

void IdleWarning::arrange() {
    const double unit = unitOf(*this);
    const int width = static_cast<int>(std::min(this->width() * 0.86, 100 * unit));
    const int margin = static_cast<int>(6 * unit);
    const int column = width - 2 * margin;
    m_question->setStyle(8 * unit, QFont::Bold, 2);
    m_countdown->setStyle(4.4 * unit, QFont::Medium, 2);
    const int question = m_question->sizeFor(column).height();
    const int countdown = m_countdown->sizeFor(column).height();
    const int gap = static_cast<int>(3 * unit);
    const QSize button(std::min(static_cast<int>(52 * unit), column), static_cast<int>(14 * unit));

    const int height = 2 * margin + question + gap + countdown + 2 * gap + button.height();
    m_card->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
    m_card->setRadius(3 * unit);
    m_question->setGeometry(margin, margin, column, question);
    m_countdown->setGeometry(margin, margin + question + gap, column, countdown);
    m_stay->setGeometry({{(width - button.width()) / 2, height - margin - button.height()}, button});
}

} // namespace latchkey
