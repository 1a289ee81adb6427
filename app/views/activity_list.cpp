#include "app/views/activity_list.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"
#include "app/widgets/time_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace latchkey {

namespace {

// In words, for the audit's events that concern a person.
QString wordsFor(const std::string& event) {
    const std::array known{
        std::pair{"login.approved", ActivityList::tr("Signed in")},
        std::pair{"login.signed_out", ActivityList::tr("Signed out")},
        std::pair{"login.locked_by_phone", ActivityList::tr("Locked by phone")},
        std::pair{"login.refused", ActivityList::tr("Refused")},
        std::pair{"device.added", ActivityList::tr("Phone added")},
        std::pair{"device.enrolled", ActivityList::tr("Phone added")},
        std::pair{"device.approved", ActivityList::tr("Phone added")},
        std::pair{"device.revoked", ActivityList::tr("Phone removed")},
    };
    for (const auto& [name, words] : known) {
        if (event == name) return words;
    }
    return {};
}

} // namespace

QString placeName(const std::optional<KioskLabel>& kiosk) {
    if (!kiosk) return ActivityList::tr("Unregistered screen");
    const QString name = QString::fromStdString(kiosk->name);
    return kiosk->place.empty() ? name : name + ", " + QString::fromStdString(kiosk->place);
}

ActivityList::ActivityList(const Theme& theme, QWidget* parent)
    : Panel(theme.card, theme.line, parent), m_theme(theme), m_title(new FittedLabel(this)) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleRole(*m_title, QAccessible::Heading);
    m_title->setText(tr("Your recent activity"));
    m_title->setColour(theme.muted);
    setAccessibleName(m_title->text());
}

FittedLabel* ActivityList::makeLabel(const QString& text, const QColor& colour) {
    auto* label = new FittedLabel(this);
    label->setText(text);
    label->setColour(colour);
    label->show();
    return label;
}

void ActivityList::setActivity(const std::vector<Activity>& activity, const QDateTime& wall) {
    for (const Row& row : m_rows) {
        for (FittedLabel* label : {row.time, row.what, row.where}) delete label;
    }
    m_rows.clear();
    for (const Activity& entry : activity) {
        const QString what = wordsFor(entry.event);
        if (what.isEmpty()) continue;
        const QString where =
            entry.kiosk ? placeName(entry.kiosk) : QString::fromStdString(entry.deviceLabel);
        m_rows.push_back({makeLabel(timeText(localTime(entry.at), wall), m_theme.muted),
                          makeLabel(what, m_theme.ink), makeLabel(where, m_theme.muted)});
    }
    setVisible(!m_rows.empty());
}

int ActivityList::heightFor(double unit) const {
    return static_cast<int>((7 + 4 * static_cast<double>(m_rows.size())) * unit);
}

void ActivityList::arrange(double unit) {
    const int padding = static_cast<int>(2 * unit);
    const int line = static_cast<int>(4 * unit);
    const int inner = width() - 2 * padding;
    for (const Row& row : m_rows) {
        for (FittedLabel* label : {row.time, row.what, row.where})
            label->setStyle(2.3 * unit, label == row.what ? QFont::Medium : QFont::Normal);
    }
    // As wide as what is in them; the place has the rest.
    const auto widthOf = [&](FittedLabel* Row::*column, double most) {
        int width = 0;
        for (const Row& row : m_rows) width = std::max(width, (row.*column)->sizeFor(inner).width());
        return std::min(width, static_cast<int>(inner * most)) + padding;
    };
    const int time = widthOf(&Row::time, 0.3);
    const int what = widthOf(&Row::what, 0.36);
    setRadius(1.6 * unit);
    m_title->setStyle(2.4 * unit, QFont::DemiBold);
    m_title->setGeometry(padding, padding / 2, inner, line);
    int y = padding / 2 + line;
    for (const Row& row : m_rows) {
        for (FittedLabel* label : {row.time, row.what, row.where}) label->setVisible(y + line <= height());
        row.time->setGeometry(padding, y, time - padding, line);
        row.what->setGeometry(padding + time, y, what - padding, line);
        row.where->setGeometry(padding + time + what, y, inner - time - what, line);
        y += line;
    }
    mirrorWhereRightToLeft(*this);
}

} // namespace latchkey
