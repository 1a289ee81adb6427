#include "app/views/message_view.h"

#include <QResizeEvent>

#include <algorithm>

namespace latchkey {

MessageView::MessageView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_emblem(new Emblem(theme, this)),
      m_headline(new FittedLabel(this)),
      m_text(new FittedLabel(this)),
      m_countdown(new FittedLabel(this)),
      m_detail(new FittedLabel(this)),
      m_signOut(new BigButton(theme, tr("Sign out"), this)) {
    m_headline->setColour(theme.ink);
    m_text->setColour(theme.ink);
    m_countdown->setColour(theme.muted);
    m_detail->setColour(theme.muted);
    for (FittedLabel* label : {m_headline, m_text, m_countdown, m_detail})
        label->setAlignment(Qt::AlignCenter);
    connect(m_signOut, &QPushButton::clicked, this, &MessageView::signOutRequested);
    setFocusProxy(m_signOut);
    m_signOut->hide();
}

void MessageView::showDeclined() {
    m_emblem->setSign(Emblem::Sign::Cross, Emblem::Tone::Alarm);
    setMessage(tr("Declined on the phone"), tr("Nobody was signed in. A fresh code comes in a moment."));
}

void MessageView::showSigningOut(const phase::SigningOut& phase) {
    m_emblem->setSign(Emblem::Sign::Check, Emblem::Tone::Strong);
    setMessage(tr("You are signed out"),
               phase.serverAway
                   ? tr("This screen shows nothing of yours any more. The server cannot be reached "
                        "just now; this screen goes on telling it until it has heard.")
                   : tr("This screen shows nothing of yours any more."));
}

void MessageView::showAway(const phase::Away& phase, Scheduler::Instant now) {
    m_emblem->setSign(Emblem::Sign::Dots, Emblem::Tone::Soft);
    const bool unreachable = phase.cause == phase::Away::Cause::Unreachable;
    QString text =
        unreachable
            ? tr("This screen cannot reach its sign-in server at the moment. It keeps trying by itself.")
            : tr("The sign-in server has trouble at the moment. This screen keeps trying by itself.");
    if (phase.loginOpen)
        text += ' ' + tr("Your dashboard comes back as soon as it does, unless you sign out.");
    setMessage(tr("Back in a moment"), text, QString::fromStdString(phase.detail));
    m_signOut->setVisible(phase.loginOpen);
    m_nextTry = phase.nextTry;
    tick(now);
    arrange();
}

void MessageView::showRefused(const phase::Refused& phase, Scheduler::Instant now) {
    m_emblem->setSign(Emblem::Sign::Exclamation, Emblem::Tone::Alarm);
    setMessage(tr("This screen is not in service"),
               tr("Its server does not accept it. Please tell whoever looks after this screen."),
               QString::fromStdString(phase.reason));
    m_nextTry = phase.nextTry;
    tick(now);
    arrange();
}

void MessageView::setMessage(const QString& headline, const QString& text, const QString& detail) {
    m_headline->setText(headline);
    m_text->setText(text);
    m_detail->setText(detail);
    m_countdown->clear();
    m_nextTry.reset();
    m_signOut->hide();
    arrange();
}

void MessageView::tick(Scheduler::Instant now) {
    if (!m_nextTry) return;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*m_nextTry - now).count();
    m_countdown->setText(seconds > 0 ? tr("Next attempt in %n s", nullptr, static_cast<int>(seconds))
                                     : tr("Trying now…"));
}

void MessageView::resizeEvent(QResizeEvent*) {
    arrange();
}

// From top to bottom, centred; the attempt's countdown keeps its place whether there is one or not.
void MessageView::arrange() {
    const double unit = unitOf(*this);
    m_headline->setStyle(8 * unit, QFont::Bold, 2);
    m_text->setStyle(3.6 * unit, QFont::Normal, 4);
    m_countdown->setStyle(2.8 * unit, QFont::Medium);
    m_detail->setStyle(2.2 * unit, QFont::Normal, 3);

    const int column = static_cast<int>(std::min(width() * 0.86, 110 * unit));
    const int left = (width() - column) / 2;
    const int disc = static_cast<int>(15 * unit);
    const int headline = m_headline->sizeFor(column).height();
    const int text = m_text->sizeFor(column).height();
    const int line = static_cast<int>(4 * unit);
    const int detail = m_detail->sizeFor(column).height();
    const bool button = !m_signOut->isHidden();
    const int buttonHeight = button ? static_cast<int>(13 * unit) : 0;
    const int gap = static_cast<int>(2.6 * unit);
    const int total = disc + headline + text + line + detail + buttonHeight + (button ? 6 : 5) * gap;

    int y = std::max((height() - total) / 2, 0);
    m_emblem->setGeometry((width() - disc) / 2, y, disc, disc);
    y += disc + 2 * gap;
    m_headline->setGeometry(left, y, column, headline);
    y += headline + gap;
    m_text->setGeometry(left, y, column, text);
    y += text + gap;
    if (button) {
        const int buttonWidth = static_cast<int>(52 * unit);
        m_signOut->setGeometry((width() - buttonWidth) / 2, y, buttonWidth, buttonHeight);
        y += buttonHeight + gap;
    }
    m_countdown->setGeometry(left, y, column, line);
    m_detail->setGeometry(left, y + line + gap, column, detail);
}

} // namespace latchkey
