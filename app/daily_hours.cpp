#include "app/daily_hours.h"

#include <QString>
#include <QStringList>

namespace latchkey {

Result<DailyHours, std::string> DailyHours::parse(std::string_view text) {
    const QStringList ends = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split('-');
    const auto timeAt = [&ends](qsizetype index) {
        return QTime::fromString(ends[index].trimmed(), QStringLiteral("HH:mm"));
    };
    if (ends.size() != 2 || !timeAt(0).isValid() || !timeAt(1).isValid())
        return Failure{std::string("write two times of day, like \"19:00-07:00\"")};
    if (timeAt(0) == timeAt(1)) return Failure{std::string("both times are the same")};
    return DailyHours(timeAt(0), timeAt(1));
}

bool DailyHours::contains(const QTime& time) const {
    if (m_from < m_until) return m_from <= time && time < m_until;
    return m_from <= time || time < m_until;
}

} // namespace latchkey
