#include "app/views/dashboard_view.h"

#include <QDateTime>
#include <QResizeEvent>

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::size_t kMostNotices = 4; // on one screen

bool wide(const QSize& size) {
    return size.width() >= size.height();
}

QString timeOfDay(std::chrono::sys_seconds instant) {
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count()).time().toString("HH:mm");
}

QString timeLeft(std::chrono::seconds left) {
    const auto count = [](auto duration) { return static_cast<int>(duration.count()); };
    if (left < std::chrono::minutes(1)) return DashboardView::tr("%n s left", nullptr, count(left));
    if (left < std::chrono::hours(1)) {
        return DashboardView::tr("%n min left", nullptr,
                                 count(std::chrono::ceil<std::chrono::minutes>(left)));
    }
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(left);
    return DashboardView::tr("%1 h %2 min left").arg(count(minutes) / 60).arg(count(minutes) % 60);
}

} // namespace

DashboardView::DashboardView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_emblem(new Emblem(theme, this)),
      m_status(new FittedLabel(this)),
      m_greeting(new FittedLabel(this)),
      m_name(new FittedLabel(this)),
      m_facts{makeFact(tr("Signed in since")), makeFact(tr("Until")), makeFact(tr("Approved with")),
              makeFact(tr("This screen"))},
      m_noticesTitle(new FittedLabel(this)),
      m_signOut(new BigButton(theme, tr("Sign out"), this)) {
    m_emblem->setSign(Emblem::Sign::Check, Emblem::Tone::Strong);
    m_status->setText(tr("Unlocked"));
    m_status->setColour(theme.accent);
    m_greeting->setText(tr("Hello,"));
    m_greeting->setColour(theme.muted);
    m_name->setColour(theme.ink);
    m_noticesTitle->setText(tr("Notices"));
    m_noticesTitle->setColour(theme.muted);
    setFocusProxy(m_signOut);
    connect(m_signOut, &QPushButton::clicked, this, &DashboardView::signOutRequested);
    clear();
}

DashboardView::Fact DashboardView::makeFact(const QString& name) {
    auto* panel = new Panel(m_theme.card, m_theme.line, this);
    const Fact fact{panel, new FittedLabel(panel), new FittedLabel(panel), new FittedLabel(panel)};
    fact.name->setText(name);
    fact.name->setColour(m_theme.muted);
    fact.value->setColour(m_theme.ink);
    fact.more->setColour(m_theme.muted);
    return fact;
}

void DashboardView::setLogin(const phase::SignedIn& login, Scheduler::Instant now) {
    const DashboardAnswer& answer = login.dashboard;
    m_name->setText(QString::fromStdString(answer.userName));
    setFact(Since, timeOfDay(answer.since));
    setFact(Until, timeOfDay(answer.until));
    setFact(Device, answer.deviceLabel.empty() ? tr("A phone") : QString::fromStdString(answer.deviceLabel));
    if (answer.kiosk) {
        setFact(Place, QString::fromStdString(answer.kiosk->name),
                QString::fromStdString(answer.kiosk->place));
    } else {
        setFact(Place, tr("Not registered"));
    }
    setNotices(answer.notices);
    m_endsAt = login.endsAt;
    tick(now);
    arrange();
}

void DashboardView::clear() {
    m_endsAt.reset();
    m_name->clear();
    for (const auto index : {Since, Until, Device, Place}) setFact(index, {});
    setNotices({});
}

void DashboardView::tick(Scheduler::Instant now) {
    if (!m_endsAt) return;
    const auto left = std::max(*m_endsAt - now, Scheduler::Duration::zero());
    m_facts[Until].more->setText(timeLeft(std::chrono::ceil<std::chrono::seconds>(left)));
}

void DashboardView::setFact(FactIndex index, const QString& value, const QString& more) {
    m_facts[index].value->setText(value);
    m_facts[index].more->setText(more);
}

void DashboardView::setNotices(const std::vector<std::string>& notices) {
    for (const Notice& notice : m_notices) delete notice.panel;
    m_notices.clear();
    const std::size_t shown = notices.size() > kMostNotices ? kMostNotices - 1 : notices.size();
    for (std::size_t index = 0; index < shown; ++index) addNotice(QString::fromStdString(notices[index]));
    if (shown < notices.size())
        addNotice(tr("And %n more", nullptr, static_cast<int>(notices.size() - shown)));
    m_noticesTitle->setVisible(!notices.empty());
}

void DashboardView::addNotice(const QString& text) {
    auto* panel = new Panel(m_theme.card, m_theme.line, this);
    const Notice notice{panel, new FittedLabel(panel)};
    notice.text->setText(text);
    notice.text->setColour(m_theme.ink);
    panel->show();
    m_notices.push_back(notice);
}

void DashboardView::resizeEvent(QResizeEvent*) {
    arrange();
}

void DashboardView::arrange() {
    const double unit = unitOf(*this);
    m_status->setStyle(3 * unit, QFont::DemiBold);
    m_greeting->setStyle(5 * unit, QFont::Normal);
    m_name->setStyle(11 * unit, QFont::Bold, 2);
    m_noticesTitle->setStyle(3 * unit, QFont::DemiBold);
    wide(size()) ? arrangeBeside(unit) : arrangeBelow(unit);
}

// The person and the way out on the left; the notices, if there are any, on the right.
void DashboardView::arrangeBeside(double unit) {
    const int margin = static_cast<int>(std::min(10 * unit, width() * 0.06));
    const int gap = static_cast<int>(6 * unit);
    const int whole = width() - 2 * margin;
    const int right = m_notices.empty() ? 0 : static_cast<int>(whole * 0.38);
    const int left = whole - (right ? right + gap : 0);

    const int factsColumns = right ? 2 : 4;
    const int factHeight = static_cast<int>(13.4 * unit);
    const int factGap = static_cast<int>(1.6 * unit);
    const int factsHeight = right ? 2 * factHeight + factGap : factHeight;
    const int buttonHeight = static_cast<int>(13 * unit);
    const int between = static_cast<int>(3 * unit);
    const int bottom = height() - static_cast<int>(3 * unit);
    const int greetingRoom = bottom - buttonHeight - factsHeight - 2 * between;

    const int used = placeGreeting({margin, 0, left, greetingRoom}, unit);
    const int top = std::max((greetingRoom - used) / 2, 0);
    placeGreeting({margin, top, left, greetingRoom - top}, unit);
    placeFacts({margin, top + used + between, left, factsHeight}, factsColumns, unit);
    m_signOut->setGeometry(margin, top + used + factsHeight + 2 * between,
                           std::min(left, static_cast<int>(52 * unit)), buttonHeight);
    placeNotices({margin + left + gap, top, right, used + factsHeight + buttonHeight + 2 * between}, unit);
}

void DashboardView::arrangeBelow(double unit) {
    const int margin = static_cast<int>(8 * unit);
    const int whole = width() - 2 * margin;
    const int between = static_cast<int>(4 * unit);
    const int buttonHeight = static_cast<int>(14 * unit);
    const int factsHeight = static_cast<int>(28 * unit);
    const int buttonTop = height() - buttonHeight - static_cast<int>(3 * unit);

    const int room = buttonTop - factsHeight - 2 * between;
    const int greeting = placeGreeting({margin, 0, whole, room}, unit);
    const int noticesHeight =
        std::min(room - greeting - between,
                 static_cast<int>(static_cast<double>(m_notices.size()) * 16 * unit + 6 * unit));
    const bool notices = !m_notices.empty();
    const int used = greeting + between + factsHeight + (notices ? between + noticesHeight : 0);
    const int top = std::max((buttonTop - between - used) / 3, 0);
    placeGreeting({margin, top, whole, room}, unit);
    placeFacts({margin, top + greeting + between, whole, factsHeight}, 2, unit);
    placeNotices({margin, top + greeting + factsHeight + 2 * between, whole, noticesHeight}, unit);
    m_signOut->setGeometry(margin, buttonTop, whole, buttonHeight);
}

// Returns how much of the area's height it takes.
int DashboardView::placeGreeting(QRect area, double unit) {
    const int disc = static_cast<int>(5.4 * unit);
    m_emblem->setGeometry(area.left(), area.top(), disc, disc);
    m_status->setGeometry(area.left() + disc + static_cast<int>(1.6 * unit), area.top(), area.width() - disc,
                          disc);
    int y = area.top() + disc + static_cast<int>(2.6 * unit);
    const int greeting = static_cast<int>(6 * unit);
    m_greeting->setGeometry(area.left(), y, area.width(), greeting);
    y += greeting;
    const int name = std::min(m_name->sizeFor(area.width()).height(), area.bottom() - y);
    m_name->setGeometry(area.left(), y, area.width(), name);
    return y + name - area.top();
}

void DashboardView::placeFacts(QRect area, int columns, double unit) {
    const int rows = static_cast<int>(m_facts.size()) / columns;
    const int gap = static_cast<int>(1.6 * unit);
    const QSize tile((area.width() - (columns - 1) * gap) / columns,
                     (area.height() - (rows - 1) * gap) / rows);
    for (int index = 0; index < static_cast<int>(m_facts.size()); ++index) {
        const Fact& fact = m_facts[static_cast<std::size_t>(index)];
        const QPoint cell(index % columns * (tile.width() + gap), index / columns * (tile.height() + gap));
        fact.panel->setGeometry({area.topLeft() + cell, tile});
        fact.panel->setRadius(1.6 * unit);
        fact.name->setStyle(2.2 * unit, QFont::Medium);
        fact.value->setStyle(3.8 * unit, QFont::DemiBold);
        fact.more->setStyle(2.2 * unit, QFont::Normal);
        // Three lines around the middle; the third keeps its place where there is nothing to say.
        const int padding = static_cast<int>(2 * unit);
        const int width = tile.width() - 2 * padding;
        const int top = tile.height() / 2 - static_cast<int>(5.2 * unit);
        const int small = static_cast<int>(2.9 * unit);
        const int large = static_cast<int>(4.7 * unit);
        fact.name->setGeometry(padding, top, width, small);
        fact.value->setGeometry(padding, top + small, width, large);
        fact.more->setGeometry(padding, top + small + large, width, small);
    }
}

void DashboardView::placeNotices(QRect area, double unit) {
    if (m_notices.empty()) return;
    const int title = static_cast<int>(5.4 * unit);
    const int gap = static_cast<int>(1.6 * unit);
    const int padding = static_cast<int>(2.4 * unit);
    m_noticesTitle->setGeometry(area.left(), area.top(), area.width(), title);
    const int count = static_cast<int>(m_notices.size());
    const int fair = (area.height() - title - count * gap) / count;
    int y = area.top() + title + gap;
    for (const Notice& notice : m_notices) {
        notice.text->setStyle(2.9 * unit, QFont::Normal, 6);
        const int width = area.width() - 2 * padding;
        const int height = std::min(notice.text->sizeFor(width).height() + 2 * padding, fair);
        notice.panel->setGeometry(area.left(), y, area.width(), height);
        notice.panel->setRadius(1.6 * unit);
        notice.text->setGeometry(padding, padding, width, height - 2 * padding);
        y += height + gap;
    }
}

} // namespace latchkey
