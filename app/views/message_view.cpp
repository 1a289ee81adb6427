#include "app/views/message_view.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"
#include "app/widgets/time_text.h"

#include <QResizeEvent>

#include <algorithm>

namespace latchkey {

MessageView::MessageView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_emblem(new Emblem(theme, this)),
      m_headline(new FittedLabel(this)),
      m_text(new FittedLabel(this)),
      m_countdown(new FittedLabel(this)),
      m_detail(new FittedLabel(this)),
      m_signOut(new BigButton(theme, tr("Sign out"), this)) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleRole(*m_headline, QAccessible::Heading);
    m_headline->setColour(theme.ink);
    m_text->setColour(theme.ink);
    m_countdown->setColour(theme.muted);
    m_detail->setColour(theme.muted);
    for (FittedLabel* label : {m_headline, m_text, m_countdown, m_detail})
        label->setAlignment(Qt::AlignCenter);
    connect(m_signOut, &QPushButton::clicked, this, &MessageView::signOutRequested);
    m_signOut->hide();
}

void MessageView::showApproved() {
    m_emblem->setSign(Icon::Check, Emblem::Tone::Strong);
    setMessage(tr("Approved"), tr("Opening your dashboard…"));
}

void MessageView::showDeclined() {
    m_emblem->setSign(Icon::Cross, Emblem::Tone::Alarm);
    setMessage(tr("Declined on the phone"), tr("Nobody was signed in. A fresh code comes in a moment."));
}

void MessageView::showSigningOut(const phase::SigningOut& phase) {
    m_emblem->setSign(Icon::Lock, Emblem::Tone::Strong);
    setMessage(tr("You are signed out"),
               phase.serverAway
                   ? tr("This screen shows nothing of yours any more. The server cannot be reached "
                        "just now; this screen goes on telling it until it has heard.")
                   : tr("This screen shows nothing of yours any more."));
}

void MessageView::showGoodbye(const phase::Goodbye& phase) {
    using Cause = phase::Goodbye::Cause;
    m_emblem->setSign(Icon::Lock, Emblem::Tone::Strong);
    const QString nothingLeft = tr("This screen shows nothing of yours any more.");
    switch (phase.cause) {
    case Cause::SignedOut:
        return setMessage(tr("Goodbye"), tr("You are signed out.") + ' ' + nothingLeft);
    case Cause::Over:
        return setMessage(tr("Your time is up"), tr("You were signed out.") + ' ' + nothingLeft);
    case Cause::Elsewhere:
        break;
    }
    setMessage(tr("Locked"), tr("You were signed out from elsewhere.") + ' ' + nothingLeft);
}

void MessageView::showAway(const phase::Away& phase, const Clocks& clocks) {
    m_emblem->setSign(Icon::Dots, Emblem::Tone::Soft);
    const auto elapsed = std::chrono::floor<std::chrono::seconds>(clocks.now - phase.since);
    const QString since = timeText(clocks.wall.addSecs(-elapsed.count()), clocks.wall);
    const bool unreachable = phase.cause == phase::Away::Cause::Unreachable;
    const QString text =
        (unreachable
             ? tr("This screen has not reached its sign-in server since %1. It keeps trying by itself.")
             : tr("The sign-in server has had trouble since %1. This screen keeps trying by itself."))
            .arg(since);
    const QString comesBack =
        phase.loginOpen ? ' ' + tr("Your dashboard comes back as soon as it does, unless you sign out.")
                        : QString();
    setMessage(tr("Back in a moment"), text + comesBack, QString::fromStdString(phase.detail),
               phase.loginOpen ? SignOut::Offered : SignOut::NotOffered);
    // Without the time, which may turn out a minute off at the next attempt: that is no news.
    m_announcement = tr("Signing in does not work just now. This screen keeps trying by itself.") + comesBack;
    showNextTry(phase.nextTry, clocks.now);
}

void MessageView::showRefused(const phase::Refused& phase, Scheduler::Instant now) {
    showProblem(tr("Its server does not accept it. Please tell whoever looks after this screen."),
                QString::fromStdString(phase.reason), phase.nextTry, now);
}

void MessageView::showWrongServer(const phase::WrongServer& phase, Scheduler::Instant now) {
    showProblem(
        tr("The server that answers is not the one that this screen trusts. Please tell whoever looks "
           "after this screen."),
        QString::fromStdString(phase.reason), phase.nextTry, now);
}

void MessageView::showProblem(const QString& what, const QString& fix, Scheduler::Instant nextTry,
                              Scheduler::Instant now) {
    m_emblem->setSign(Icon::Exclamation, Emblem::Tone::Alarm);
    setMessage(tr("This screen is not in service"), what, fix);
    showNextTry(nextTry, now);
}

void MessageView::showNextTry(Scheduler::Instant nextTry, Scheduler::Instant now) {
    m_nextTry = nextTry;
    // In place of a number that changes every second.
    m_countdown->setAccessibleName(tr("The next attempt comes by itself."));
    tick(now);
    arrange();
}

void MessageView::setMessage(const QString& headline, const QString& text, const QString& detail,
                             SignOut signOut) {
    m_headline->setText(headline);
    m_text->setText(text);
    m_detail->setText(detail);
    m_countdown->setAccessibleName({});
    m_countdown->clear();
    m_nextTry.reset();
    // Whoever cannot see looks for the message where the focus is, and a hidden button says nothing.
    m_signOut->setVisible(signOut == SignOut::Offered);
    setFocusProxy(signOut == SignOut::Offered ? m_signOut : nullptr);
    setAccessibleName(headline);
    m_announcement = headline + ". " + text;
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

void MessageView::arrange() {
    const double unit = unitOf(*this);
    const double size =
        shrunkToFit(unit * m_theme.textScale, height(), [this](double wanted) { return place(wanted, 0); });
    const int total = place(size, 0);
    place(size, std::max((height() - total) / 2, 0));
    mirrorWhereRightToLeft(*this);
}

void MessageView::styleWords(double unit) {
    m_headline->setStyle(8 * unit, QFont::Bold, 2);
    m_text->setStyle(3.6 * unit, QFont::Normal, 4);
    m_countdown->setStyle(2.8 * unit, QFont::Medium);
    m_detail->setStyle(2.4 * unit, QFont::Normal, 4);
}

// From top to bottom, centred; the attempt's countdown keeps its place whether there is one or not. Returns
// how much height it takes.
int MessageView::place(double unit, int top) {
    styleWords(unit);
    const int column = static_cast<int>(std::min(width() * 0.86, 110 * unit));
    const int left = (width() - column) / 2;
    const int gap = static_cast<int>(2.6 * unit);
    int y = top;
    const auto placeLine = [&](QWidget* widget, int width, int height, int after) {
        widget->setGeometry((this->width() - width) / 2, y, width, height);
        y += height + after;
    };
    const int disc = static_cast<int>(15 * unit);
    placeLine(m_emblem, disc, disc, 2 * gap);
    placeLine(m_headline, column, m_headline->sizeFor(column).height(), gap);
    placeLine(m_text, column, m_text->sizeFor(column).height(), gap);
    if (!m_signOut->isHidden())
        placeLine(m_signOut, std::min(column, static_cast<int>(52 * unit)), static_cast<int>(13 * unit), gap);
    placeLine(m_countdown, column, static_cast<int>(4 * unit), gap);
    m_detail->setGeometry(left, y, column, m_detail->sizeFor(column).height());
    return y + m_detail->height() - top;
}

} // namespace latchkey
