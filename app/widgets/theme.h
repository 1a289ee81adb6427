// Every colour and the typefaces of the display client, in one place.
//
// Text is at least 4.5 : 1 against what it stands on (WCAG 2.1, 1.4.3 AA): in the themes as they come, which
// tst_theme measures, and with an operator's colours, which legibilityProblem() refuses where they fall
// short.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <optional>

class QWidget;

namespace latchkey {

// The light theme, unless made otherwise.
struct Theme {
    QColor backgroundTop{0xF6, 0xF9, 0xF8};
    QColor backgroundBottom{0xE4, 0xED, 0xEA};
    QColor card{0xFF, 0xFF, 0xFF};
    QColor line{0xCF, 0xDC, 0xD8};   // hairlines and rings at rest
    QColor ink{0x0E, 0x2A, 0x25};    // what is read first
    QColor muted{0x47, 0x5E, 0x58};  // what is read second
    QColor accent{0x0A, 0x66, 0x55}; // where to look, what to press
    QColor accentPressed{0x07, 0x4B, 0x3F};
    QColor accentSoft{0xD5, 0xE8, 0xE2}; // behind accent
    QColor onAccent{0xFF, 0xFF, 0xFF};
    QColor alarm{0x9A, 0x3B, 0x1E};
    QColor alarmSoft{0xF7, 0xE3, 0xDA}; // behind alarm

    // What a code is printed on. The same in every theme: a scanner needs black on white.
    QColor paper{0xFF, 0xFF, 0xFF};
    QColor paperInk{0x0E, 0x2A, 0x25};
    QColor paperMuted{0x47, 0x5E, 0x58};

    double textScale = 1; // of every text, 1 to 2
    bool motion = true;   // whether things may move and fade

    static Theme light() { return {}; }
    static Theme dark();

    // With another accent colour, and what follows from it.
    Theme withAccent(const QColor& colour) const;
    // On a background of one colour.
    Theme withBackground(const QColor& colour) const;
};

// From 1 (the same) to 21 (black on white): WCAG 2.1, "contrast ratio". Both colours opaque.
double contrastRatio(const QColor& a, const QColor& b);

// Which text could not be read, as a sentence with both colours and their contrast; nothing when all can.
std::optional<QString> legibilityProblem(const Theme& theme);

enum class Face {
    Text, // Inter where it is installed (fonts-inter), else the nearest there is
    Code, // every character as wide as the others, for what is copied character by character
};

// Han characters are drawn as the default QLocale's language writes them.
QFont themeFont(int pixelSize, QFont::Weight weight = QFont::Normal, Face face = Face::Text);

// A hundredth of the window's shorter side, in pixels: every size on the screen is so many of these, so that
// one design serves every display.
double unitOf(const QWidget& widget);

} // namespace latchkey
