#include "app/views/pin_view.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/focus_within.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <string.h>
#include <utility>

namespace latchkey {

PinView::PinView(const Theme& theme, QWidget* window)
    : QWidget(window),
      m_ground(theme.backgroundBottom),
      m_title(new FittedLabel(this)),
      m_dots(new FittedLabel(this)),
      m_message(new FittedLabel(this)) {
    setAccessibleRole(*this, QAccessible::Dialog);
    setAccessibleRole(*m_title, QAccessible::Heading);
    m_title->setText(tr("Operator's PIN"));
    m_title->setColour(theme.ink);
    m_dots->setColour(theme.accent);
    m_message->setColour(theme.alarm);
    for (FittedLabel* label : {m_title, m_dots, m_message}) label->setAlignment(Qt::AlignCenter);
    const auto makeKey = [&](const QString& text, const QString& spoken, BigButton::Tone tone, auto press) {
        auto* key = new BigButton(theme, text, this, tone);
        key->setAccessibleName(spoken);
        key->setFocusPolicy(Qt::TabFocus); // a finger leaves the focus where Return means "done"
        connect(key, &QPushButton::clicked, this, press);
        return key;
    };
    constexpr auto kQuiet = BigButton::Tone::Quiet;
    for (int digit = 0; digit < 10; ++digit) {
        const QString name = QString::number(digit);
        m_digits[static_cast<std::size_t>(digit)] =
            makeKey(name, name, kQuiet, [this, digit] { type(static_cast<char>('0' + digit)); });
    }
    m_erase = makeKey("⌫", tr("Erase"), kQuiet, [this] { erase(); });
    m_done = makeKey(tr("OK"), tr("OK"), BigButton::Tone::Strong, [this] { submit(); });
    m_cancel = makeKey(tr("Cancel"), tr("Cancel"), kQuiet, [this] { leave(); });
    m_typed.reserve(kLongestPin); // so that no copy of it is left behind
    setAccessibleName(m_title->text());
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    hide();
}

void PinView::open() {
    if (isVisible()) return;
    m_focusBefore = QApplication::focusWidget();
    showReady();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    arrange();
    setFocus();
}

void PinView::leave() {
    if (isHidden()) return;
    showReady();
    hide();
    if (m_focusBefore && m_focusBefore->isVisible()) m_focusBefore->setFocus();
    emit left();
}

void PinView::showWrong() {
    say(tr("Wrong PIN"));
}

void PinView::showLocked(int seconds) {
    const QString message = tr("Too many attempts, again in %n s", nullptr, seconds);
    if (!std::exchange(m_locked, true)) return say(message);
    m_message->setText(message); // the countdown is to be seen, not heard second by second
}

void PinView::showReady() {
    m_locked = false;
    explicit_bzero(m_typed.data(), m_typed.size());
    m_typed.clear();
    showDigits();
}

void PinView::type(char digit) {
    if (m_locked || m_typed.size() == kLongestPin) return;
    m_typed += digit;
    showDigits();
}

void PinView::erase() {
    if (m_locked || m_typed.empty()) return;
    m_typed.back() = '\0';
    m_typed.pop_back();
    showDigits();
}

void PinView::submit() {
    if (m_locked || m_typed.empty()) return;
    const PinDigits pin(m_typed);
    showReady();
    emit entered(pin);
}

void PinView::showDigits() {
    m_dots->setText(QString(static_cast<qsizetype>(m_typed.size()), QChar(0x25CF)));
    m_message->clear();
    setAccessibleDescription(tr("%n digits", nullptr, static_cast<int>(m_typed.size())));
}

void PinView::say(const QString& message) {
    m_message->setAccessibleName(message);
    m_message->setText(message);
    setAccessibleDescription(message);
    emit announced(message);
}

void PinView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9) return type(static_cast<char>('0' + key - Qt::Key_0));
    if (key == Qt::Key_Backspace || key == Qt::Key_Delete) return erase();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) return submit();
    if (key == Qt::Key_Escape) return leave();
}

bool PinView::focusNextPrevChild(bool next) {
    return moveFocusWithin(*this, next);
}

bool PinView::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return false;
}

void PinView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), m_ground);
}

void PinView::resizeEvent(QResizeEvent*) {
    arrange();
}

// The words beside the keys on a wide screen, above them on a high one.
void PinView::arrange() {
    const double unit = unitOf(*this);
    const auto units = [unit](double count) { return static_cast<int>(count * unit); };
    const int margin = units(4);
    const bool wide = width() >= height();
    const QSize pad = wide ? QSize(units(56), units(90)) : QSize(units(88), units(82));
    const int words = units(46); // their height
    const QRect column =
        wide ? QRect(margin, (height() - words) / 2, width() - pad.width() - 3 * margin, words)
             : QRect(margin, std::max((height() - words - pad.height()) / 2, 0), width() - 2 * margin, words);
    arrangeKeys(wide ? QRect({width() - margin - pad.width(), (height() - pad.height()) / 2}, pad)
                     : QRect({(width() - pad.width()) / 2, column.bottom()}, pad),
                units(2));

    m_title->setStyle(6 * unit, QFont::Bold, 2);
    m_dots->setStyle(6 * unit, QFont::Bold);
    m_message->setStyle(3.4 * unit, QFont::Medium, 3);
    m_title->setGeometry(column.x(), column.y(), column.width(), units(11));
    m_dots->setGeometry(column.x(), column.y() + units(12), column.width(), units(8));
    m_message->setGeometry(column.x(), column.y() + units(20), column.width(), units(11));
    const int cancel = std::min(units(40), column.width());
    m_cancel->setGeometry(column.center().x() - cancel / 2, column.y() + units(32), cancel, units(12));
}

// As on a telephone, whichever way the language runs.
void PinView::arrangeKeys(QRect area, int gap) {
    const QSize key((area.width() - 2 * gap) / 3, (area.height() - 3 * gap) / 4);
    const auto place = [&](BigButton* button, int row, int column) {
        button->setGeometry(
            {{area.x() + column * (key.width() + gap), area.y() + row * (key.height() + gap)}, key});
    };
    for (int digit = 1; digit < 10; ++digit)
        place(m_digits[static_cast<std::size_t>(digit)], (digit - 1) / 3, (digit - 1) % 3);
    place(m_erase, 3, 0);
    place(m_digits[0], 3, 1);
    place(m_done, 3, 2);
}

} // namespace latchkey
