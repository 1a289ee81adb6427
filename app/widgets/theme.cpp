#include "app/widgets/theme.h"

#include <QLocale>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace latchkey {

namespace {

constexpr double kLegible = 4.5; // WCAG 2.1, 1.4.3

double relativeLuminance(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor& a, const QColor& b, double shareOfA) {
    const auto channel = [shareOfA](int one, int other) {
        return static_cast<int>(std::lround(one * shareOfA + other * (1 - shareOfA)));
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QColor betterOf(const QColor& a, const QColor& b, const QColor& ground) {
    return contrastRatio(a, ground) >= contrastRatio(b, ground) ? a : b;
}

struct Pair {
    const char* text;
    const char* ground;
    QColor textColour;
    QColor groundColour;
};

// Every text that the views set, on every ground they set it on.
std::vector<Pair> pairsOf(const Theme& theme) {
    std::vector<Pair> pairs;
    const std::array grounds{std::pair{"the background", theme.backgroundTop},
                             std::pair{"the background", theme.backgroundBottom},
                             std::pair{"a card", theme.card}};
    const std::array texts{std::pair{"text", theme.ink}, std::pair{"secondary text", theme.muted},
                           std::pair{"accented text", theme.accent}};
    for (const auto& [text, textColour] : texts) {
        for (const auto& [ground, groundColour] : grounds)
            pairs.push_back({text, ground, textColour, groundColour});
    }
    pairs.push_back({"text", "the soft accent colour", theme.ink, theme.accentSoft});
    pairs.push_back({"accented text", "the soft accent colour", theme.accent, theme.accentSoft});
    pairs.push_back({"accented text", "lines", theme.accent, theme.line});
    pairs.push_back({"a button's text", "the accent colour", theme.onAccent, theme.accent});
    pairs.push_back({"a button's text", "the pressed accent colour", theme.onAccent, theme.accentPressed});
    pairs.push_back({"an alarm", "its soft colour", theme.alarm, theme.alarmSoft});
    pairs.push_back({"an alarm", "the background", theme.alarm, theme.backgroundTop});
    pairs.push_back({"an alarm", "the background", theme.alarm, theme.backgroundBottom});
    pairs.push_back({"secondary text", "lines", theme.muted, theme.line});
    pairs.push_back({"text", "a code's paper", theme.paperInk, theme.paper});
    pairs.push_back({"secondary text", "a code's paper", theme.paperMuted, theme.paper});
    return pairs;
}

} // namespace

Theme Theme::dark() {
    Theme theme;
    theme.backgroundTop = {0x12, 0x24, 0x20};
    theme.backgroundBottom = {0x0A, 0x16, 0x13};
    theme.card = {0x1A, 0x30, 0x2B};
    theme.line = {0x2C, 0x47, 0x40};
    theme.ink = {0xEE, 0xF6, 0xF3};
    theme.muted = {0xB4, 0xC8, 0xC2};
    theme.accent = {0x6F, 0xDD, 0xBF};
    theme.accentPressed = {0x4F, 0xBF, 0xA1};
    theme.accentSoft = {0x1C, 0x45, 0x3A};
    theme.onAccent = {0x06, 0x21, 0x1B};
    theme.alarm = {0xFF, 0xA9, 0x8A};
    theme.alarmSoft = {0x4A, 0x24, 0x18};
    return theme;
}

Theme Theme::withAccent(const QColor& colour) const {
    Theme theme = *this;
    theme.accent = colour;
    theme.accentSoft = mixed(colour, card, 0.14);
    theme.onAccent = betterOf(Qt::white, {0x10, 0x10, 0x10}, colour);
    // Away from the text on it, so that a pressed button stays legible.
    theme.accentPressed = mixed(colour, theme.onAccent == QColor(Qt::white) ? Qt::black : Qt::white, 0.75);
    return theme;
}

Theme Theme::withBackground(const QColor& colour) const {
    Theme theme = *this;
    theme.backgroundTop = colour;
    theme.backgroundBottom = colour;
    return theme;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const auto [darker, lighter] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

std::optional<QString> legibilityProblem(const Theme& theme) {
    for (const Pair& pair : pairsOf(theme)) {
        const double ratio = contrastRatio(pair.textColour, pair.groundColour);
        if (ratio >= kLegible) continue;
        return QString("%1 (%2) on %3 (%4) has a contrast of %5 : 1, and people need at least 4.5 : 1")
            .arg(pair.text, pair.textColour.name(), pair.ground, pair.groundColour.name(),
                 QString::number(std::floor(ratio * 10) / 10, 'f', 1));
    }
    return std::nullopt;
}

QFont themeFont(int pixelSize, QFont::Weight weight, Face face) {
    const QString han = QLocale().language() == QLocale::Japanese ? "Noto Sans CJK JP" : "Noto Sans CJK SC";
    QFont font(face == Face::Code
                   ? QStringList{"DejaVu Sans Mono", "Noto Sans Mono", "monospace"}
                   : QStringList{"Inter", "Noto Sans", "DejaVu Sans", "Noto Sans Arabic", "Noto Sans Hebrew",
                                 "Noto Sans Devanagari", han, "sans-serif"});
    font.setPixelSize(std::max(pixelSize, 1));
    font.setWeight(weight);
    return font;
}

double unitOf(const QWidget& widget) {
    const QSize window = widget.window()->size();
    return std::min(window.width(), window.height()) / 100.0;
}

} // namespace latchkey
