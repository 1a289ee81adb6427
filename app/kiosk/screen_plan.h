// Which screen the login window goes to, and which ones have to be covered.
#pragma once

#include <QList>
#include <QRect>
#include <QString>

#include <optional>

namespace latchkey {

struct ScreenInfo {
    QString name; // of the output, as in "HDMI-1"
    QRect geometry;
};

struct ScreenPlan {
    std::optional<qsizetype> login; // absent where there is no screen to show anything on
    QList<qsizetype> covered;
    bool operator==(const ScreenPlan&) const = default;
};

// screens: the primary one first. output: the name of the one to have; empty, or not there: the primary. One
// that shows a part of what the login screen shows (a mirror) is not covered.
ScreenPlan planScreens(const QList<ScreenInfo>& screens, const QString& output);

} // namespace latchkey
