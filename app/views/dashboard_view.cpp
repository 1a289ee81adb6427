#include "app/views/dashboard_view.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"
#include "app/widgets/time_text.h"

#include <QResizeEvent>

#include <algorithm>
#include <span>

namespace latchkey {

namespace {

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

QString greetingAt(const QTime& time) {
    if (time.hour() < 5 || time.hour() >= 18) return DashboardView::tr("Good evening,");
    if (time.hour() < 12) return DashboardView::tr("Good morning,");
    return DashboardView::tr("Good afternoon,");
}

QString lastSignInText(const std::optional<SignIn>& last, const QDateTime& wall) {
    if (!last) return DashboardView::tr("This is the first time");
    return timeText(localTime(last->at), wall) + ", " + placeName(last->kiosk);
}

} // namespace

DashboardView::DashboardView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_emblem(new Emblem(theme, this)),
      m_status(new FittedLabel(this)),
      m_greeting(new FittedLabel(this)),
      m_name(new FittedLabel(this)),
      m_facts{makeFact(Icon::Clock, tr("Locks by itself")), makeFact(Icon::Key, tr("Your last sign-in")),
              makeFact(Icon::Phone, tr("Approved with")), makeFact(Icon::Map, tr("This screen"))},
      m_activity(new ActivityList(theme, this)),
      m_lock(new BigButton(theme, tr("Lock"), this)) {
    m_emblem->setSign(Icon::Check, Emblem::Tone::Strong);
    m_status->setText(tr("Unlocked"));
    m_status->setColour(theme.accent);
    m_greeting->setColour(theme.muted);
    m_name->setColour(theme.ink);
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleRole(*m_name, QAccessible::Heading);
    setAccessibleName(m_status->text());
    m_lock->setAccessibleDescription(tr("Signs you out and takes everything of yours off this screen."));
    setFocusProxy(m_lock);
    connect(m_lock, &QPushButton::clicked, this, &DashboardView::signOutRequested);
    clear();
}

DashboardView::Fact DashboardView::makeFact(Icon sign, const QString& name) {
    const Fact fact{new Emblem(m_theme, this), new FittedLabel(this), new FittedLabel(this)};
    fact.sign->setSign(sign, Emblem::Tone::Soft);
    fact.name->setText(name);
    fact.name->setColour(m_theme.muted);
    fact.value->setColour(m_theme.ink);
    fact.value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return fact;
}

void DashboardView::setLogin(const phase::SignedIn& login, Scheduler::Instant now, const QDateTime& wall) {
    const DashboardAnswer& answer = *login.dashboard;
    m_greeting->setText(greetingAt(wall.time()));
    m_name->setText(QString::fromStdString(answer.userName));
    m_facts[LastSignIn].value->setText(lastSignInText(answer.lastSignIn, wall));
    m_facts[Device].value->setText(answer.deviceLabel.empty() ? tr("A phone")
                                                              : QString::fromStdString(answer.deviceLabel));
    m_facts[Place].value->setText(placeName(answer.kiosk));
    setTiles(answer);
    m_activity->setActivity(answer.activity, wall);
    m_endsAt = login.endsAt;
    showTimeLeft(now);
    arrange();
}

// For the whole lobby to hear: nothing of a person's.
QString DashboardView::announcement() const {
    return m_status->text() + ". " + tr("Your dashboard is open. Lock it when you are done.");
}

void DashboardView::clear() {
    m_endsAt.reset();
    m_greeting->clear();
    m_name->clear();
    for (const Fact& fact : m_facts) fact.value->clear();
    m_tiles.clear();
    m_activity->clear();
}

void DashboardView::tick(Scheduler::Instant now) {
    if (!m_endsAt) return;
    showTimeLeft(now);
    if (!m_facts[Left].value->fits(m_facts[Left].value->size())) arrange();
}

void DashboardView::showTimeLeft(Scheduler::Instant now) {
    const auto left = std::max(*m_endsAt - now, Scheduler::Duration::zero());
    const QString text = timeLeft(std::chrono::ceil<std::chrono::seconds>(left));
    if (m_facts[Left].value->text() == text) return;
    // The last minute's seconds are to be seen, not heard one by one.
    m_facts[Left].value->setAccessibleName(
        timeLeft(std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(60))));
    m_facts[Left].value->setText(text);
}

// The operator's tiles, and behind them the notices, which are tiles without a title.
void DashboardView::setTiles(const DashboardAnswer& answer) {
    std::vector<DashboardTile> tiles = answer.tiles;
    for (const std::string& notice : answer.notices) tiles.push_back({notice, {}, "info", {}});
    m_tiles.clear();
    const std::size_t shown = tiles.size() > kMostTiles ? kMostTiles - 1 : tiles.size();
    for (std::size_t index = 0; index < shown; ++index) addTile(tiles[index]);
    if (shown == tiles.size()) return;
    const QString more = tr("And %n more", nullptr, static_cast<int>(tiles.size() - shown));
    addTile({more.toStdString(), {}, "dots", {}});
}

void DashboardView::addTile(const DashboardTile& tile) {
    m_tiles.push_back(std::make_unique<TileView>(m_theme, tile, this));
    m_tiles.back()->show();
}

void DashboardView::resizeEvent(QResizeEvent*) {
    arrange();
}

void DashboardView::arrange() {
    const double unit = unitOf(*this);
    wide(size()) ? arrangeBeside(unit) : arrangeBelow(unit);
    mirrorWhereRightToLeft(*this);
}

// The person and the way out on the left; what there is to read on the right.
void DashboardView::arrangeBeside(double unit) {
    const int margin = static_cast<int>(std::min(10 * unit, width() * 0.06));
    const int gap = static_cast<int>(6 * unit);
    const int whole = width() - 2 * margin;
    const bool reading = !m_tiles.empty() || !m_activity->empty();
    const int right = reading ? static_cast<int>(whole * 0.54) : 0;
    const int left = whole - (right ? right + gap : 0);
    const int buttonHeight = static_cast<int>(13 * unit);
    const int between = static_cast<int>(3 * unit);
    const int bottom = height() - static_cast<int>(2 * unit);

    const int columns = right ? 1 : 2;
    const int air = static_cast<int>(1.5 * unit); // below the line on top
    const int room = bottom - air - buttonHeight - 2 * between;
    const double size = shrunkToFit(unit * m_theme.textScale, room, [&](double wanted) {
        return placeGreeting({margin, 0, left, room}, wanted) +
               placeFacts({margin, 0, left, 0}, columns, wanted);
    });
    const int greeting = placeGreeting({margin, 0, left, room}, size);
    const int facts = placeFacts({margin, 0, left, 0}, columns, size);
    const int top = std::max((bottom - greeting - facts - buttonHeight - 2 * between) / 2, air);
    placeGreeting({margin, top, left, room}, size);
    placeFacts({margin, top + greeting + between, left, facts}, columns, size);
    evenFactValues();
    m_lock->setGeometry(margin, top + greeting + facts + 2 * between,
                        std::min(left, static_cast<int>(52 * unit)), buttonHeight);
    placeTiles({margin + left + gap, static_cast<int>(unit), right, bottom - static_cast<int>(unit)}, 2,
               unit);
}

// The person, what there is to read, the way out, one below the other.
void DashboardView::arrangeBelow(double unit) {
    const int margin = static_cast<int>(8 * unit);
    const int whole = width() - 2 * margin;
    const int between = static_cast<int>(4 * unit);
    const int buttonHeight = static_cast<int>(14 * unit);
    const int buttonTop = height() - buttonHeight - static_cast<int>(3 * unit);
    m_lock->setGeometry(margin, buttonTop, whole, buttonHeight);

    const int wordsRoom = static_cast<int>(buttonTop * 0.62);
    const double size = shrunkToFit(unit * m_theme.textScale, wordsRoom, [&](double wanted) {
        return placeGreeting({margin, 0, whole, buttonTop}, wanted) +
               placeFacts({margin, 0, whole, 0}, 2, wanted) + between;
    });
    const int greeting = placeGreeting({margin, 0, whole, buttonTop}, size);
    const int facts = placeFacts({margin, 0, whole, 0}, 2, size);
    const int room = buttonTop - greeting - facts - 3 * between;
    const int reading = std::min(room, tilesHeight(whole, 2, unit));
    const int used = greeting + between + facts + (reading > 0 ? between + reading : 0);
    const int top = std::max((buttonTop - between - used) / 3, 0);
    placeGreeting({margin, top, whole, buttonTop}, size);
    placeFacts({margin, top + greeting + between, whole, facts}, 2, size);
    evenFactValues();
    placeTiles({margin, top + greeting + facts + 2 * between, whole, std::max(reading, 0)}, 2, unit);
}

// Returns how much of the area's height it takes.
int DashboardView::placeGreeting(QRect area, double unit) {
    m_status->setStyle(3 * unit, QFont::DemiBold);
    m_greeting->setStyle(4.6 * unit, QFont::Normal);
    m_name->setStyle(9 * unit, QFont::Bold, 2);
    const int disc = static_cast<int>(5.4 * unit);
    const int indent = disc + static_cast<int>(1.6 * unit);
    m_emblem->setGeometry(area.left(), area.top(), disc, disc);
    m_status->setGeometry(area.left() + indent, area.top(), area.width() - indent, disc);
    int y = area.top() + disc + static_cast<int>(2 * unit);
    const int greeting = static_cast<int>(6 * unit);
    m_greeting->setGeometry(area.left(), y, area.width(), greeting);
    y += greeting;
    const int name = std::min(m_name->sizeFor(area.width()).height(), static_cast<int>(24 * unit));
    m_name->setGeometry(area.left(), y, area.width(), name);
    return y + name - area.top();
}

// In rows, each as high as the highest of its values. Returns how much height they take.
int DashboardView::placeFacts(QRect area, int columns, double unit) {
    const int disc = static_cast<int>(6 * unit);
    const int indent = disc + static_cast<int>(1.8 * unit);
    const int gap = static_cast<int>(1.8 * unit);
    const int name = static_cast<int>(3 * unit);
    const int column = (area.width() - (columns - 1) * gap) / columns;
    styleFactValues(2.9 * unit);
    const auto count = static_cast<int>(m_facts.size());
    int y = area.top();
    for (int first = 0; first < count; first += columns) {
        const std::span row(m_facts.data() + first,
                            static_cast<std::size_t>(std::min(columns, count - first)));
        int value = static_cast<int>(4.2 * unit);
        for (const Fact& fact : row) value = std::max(value, fact.value->sizeFor(column - indent).height());
        int x = area.left();
        for (const Fact& fact : row) {
            fact.sign->setGeometry(x, y + (name + value - disc) / 2, disc, disc);
            fact.name->setStyle(2.2 * unit, QFont::Medium);
            fact.name->setGeometry(x + indent, y, column - indent, name);
            fact.value->setGeometry(x + indent, y + name, column - indent, value);
            x += column + gap;
        }
        y += name + value + gap;
    }
    return y - gap - area.top();
}

void DashboardView::styleFactValues(double pixelSize) {
    for (const Fact& fact : m_facts) {
        fact.value->setShrinks(true);
        fact.value->setStyle(pixelSize, QFont::DemiBold, 2);
    }
}

// Gives all values one size: the largest at which each is whole that can be whole at all.
void DashboardView::evenFactValues() {
    double common = 0;
    for (const Fact& fact : m_facts) {
        const auto size = fact.value->sizeToFit(fact.value->size());
        if (size && (common == 0 || *size < common)) common = *size;
    }
    if (common == 0) return; // none can
    styleFactValues(common);
    for (const Fact& fact : m_facts) fact.value->setShrinks(false);
}

int DashboardView::tilesHeight(int width, int columns, double unit) const {
    const int gap = static_cast<int>(1.6 * unit);
    const int column = (width - (columns - 1) * gap) / columns;
    int total = 0;
    for (std::size_t first = 0; first < m_tiles.size(); first += static_cast<std::size_t>(columns)) {
        int row = 0;
        for (std::size_t at = first; at < std::min(first + static_cast<std::size_t>(columns), m_tiles.size());
             ++at)
            row = std::max(row, m_tiles[at]->heightFor(column, unit));
        total += row + gap;
    }
    return m_activity->empty() ? std::max(total - gap, 0) : total + m_activity->heightFor(unit);
}

// In rows, each as high as the highest of its tiles wants to be; below them the activity, with what is left.
// Where that is too high, the rows shrink alike, and with them their texts.
void DashboardView::placeTiles(QRect area, int columns, double unit) {
    const double size = shrunkToFit(
        unit, area.height(), [&](double wanted) { return tilesHeight(area.width(), columns, wanted); });
    const int gap = static_cast<int>(1.6 * unit);
    const int column = (area.width() - (columns - 1) * gap) / columns;
    const int wanted = tilesHeight(area.width(), columns, size);
    const double squeeze = wanted > area.height() ? static_cast<double>(area.height()) / wanted : 1;
    int y = area.top() + std::max((area.height() - wanted) / 2, 0);
    for (std::size_t first = 0; first < m_tiles.size(); first += static_cast<std::size_t>(columns)) {
        const std::size_t end = std::min(first + static_cast<std::size_t>(columns), m_tiles.size());
        int row = 0;
        for (std::size_t at = first; at < end; ++at)
            row = std::max(row, static_cast<int>(m_tiles[at]->heightFor(column, size) * squeeze));
        for (std::size_t at = first; at < end; ++at) {
            // One alone in its row has all of it.
            const int width = end - first == 1 ? area.width() : column;
            m_tiles[at]->setGeometry(area.left() + static_cast<int>(at - first) * (column + gap), y, width,
                                     row);
            m_tiles[at]->arrange(size);
        }
        y += row + gap;
    }
    if (m_activity->empty()) return;
    m_activity->setGeometry(area.left(), y, area.width(),
                            std::min(m_activity->heightFor(size), std::max(area.bottom() + 1 - y, 0)));
    m_activity->arrange(size);
}

} // namespace latchkey
