// What an operator decides about the looks of a screen.
#pragma once

#include "app/times_of_day.h"
#include "app/widgets/theme.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <optional>

namespace latchkey {

struct Appearance {
    QString name = QStringLiteral("Latchkey"); // whose screen it is; may be empty beside a logo
    QImage logo{};                             // null: Latchkey's own sign
    QImage background{}; // behind everything, under a veil of the theme's background; may be null

    Theme light = Theme::light();
    Theme dark = Theme::dark();
    bool alwaysDark = false;
    std::optional<TimesOfDay> darkHours{}; // dark in these, light outside

    QStringList languages{}; // tags to choose from; fewer than two: there is nothing to choose

    const Theme& themeAt(const QTime& time) const;
};

// How much of the veil over a background picture is opaque: enough for text, little enough to see the
// picture.
inline constexpr double kVeil = 0.82;

// Which text could not be read in some place of that picture, as legibilityProblem() says it.
std::optional<QString> pictureProblem(const Theme& theme, const QImage& picture);

// A picture from a file: PNG, JPEG, or SVG, this many pixels high. Null when it cannot be read.
QImage pictureFrom(const QString& file, int height);

} // namespace latchkey
