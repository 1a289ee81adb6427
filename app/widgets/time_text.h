// Instants as people read them on a screen: by this machine's time zone, the day as the default QLocale
// writes it.
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace latchkey {

QDateTime localTime(std::chrono::sys_seconds instant);

// "14:02" on the wall's own day, else with the day: "3/9/26 14:02".
QString timeText(const QDateTime& instant, const QDateTime& wall);

} // namespace latchkey
