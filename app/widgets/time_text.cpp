#include "app/widgets/time_text.h"

#include <QLocale>

namespace latchkey {

QDateTime localTime(std::chrono::sys_seconds instant) {
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count());
}

QString timeText(const QDateTime& instant, const QDateTime& wall) {
    const QString time = instant.time().toString(QStringLiteral("HH:mm"));
    if (instant.date() == wall.date()) return time;
    return QLocale().toString(instant.date(), QLocale::ShortFormat) + ' ' + time;
}

} // namespace latchkey
