#include "app/widgets/fitted_label.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int kSmallestSize = 10; // pixels: legible at arm's length

// All lines of the text at this width.
QStringList wrapped(const QString& text, const QFont& font, int width) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

// Breaking inside a word is the last resort before an ellipsis.
bool wordsFit(const QString& text, const QFontMetrics& metrics, int width) {
    const QStringList words = text.split(' ');
    return std::ranges::all_of(words,
                               [&](const QString& word) { return metrics.horizontalAdvance(word) <= width; });
}

// The same number of lines, with the longest as short as it can be without breaking another word.
QStringList balanced(const QStringList& lines, const QString& text, const QFont& font, int width) {
    QStringList best = lines;
    int tooNarrow = 0;
    while (width - tooNarrow > 1) {
        const int middle = (width + tooNarrow) / 2;
        const QStringList narrower = wrapped(text, font, middle);
        const bool fits = narrower.size() == lines.size() && narrower.join(' ') == lines.join(' ');
        (fits ? width : tooNarrow) = middle;
        if (fits) best = narrower;
    }
    return best;
}

} // namespace

FittedLabel::FittedLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void FittedLabel::setColour(const QColor& colour) {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colour);
    setPalette(colours);
}

void FittedLabel::setFace(Face face) {
    m_face = face;
    update();
}

void FittedLabel::setStyle(double pixelSize, QFont::Weight weight, int maximumLines) {
    const Style style{std::max(static_cast<int>(pixelSize), kSmallestSize), weight, maximumLines};
    if (style == m_style) return;
    m_style = style;
    update();
}

void FittedLabel::setShrinks(bool shrinks) {
    if (shrinks == m_shrinks) return;
    m_shrinks = shrinks;
    update();
}

std::optional<int> FittedLabel::sizeToFit(QSize room) const {
    const Fit fitted = fit(room);
    return fitted.whole ? std::optional(fitted.font.pixelSize()) : std::nullopt;
}

FittedLabel::Fit FittedLabel::fit(QSize room) const {
    const QString whole = text().simplified();
    const int wanted = m_style.pixelSize;
    const int smallest = m_shrinks ? std::max(wanted * 3 / 5, kSmallestSize) : wanted;
    const int step = std::max(wanted / 24, 1);
    Fit best;
    for (int size = wanted;; size = std::max(size - step, smallest)) {
        best.font = themeFont(size, m_style.weight, m_face);
        const QFontMetrics metrics(best.font);
        if (metrics.horizontalAdvance(whole) <= room.width()) {
            best.lines = {whole};
            return best;
        }
        const int lines = std::clamp<int>(room.height() / metrics.lineSpacing(), 1, m_style.maximumLines);
        best.lines = wrapped(whole, best.font, room.width());
        if (best.lines.size() <= lines && wordsFit(whole, metrics, room.width())) {
            if (best.lines.size() == 2 || best.lines.size() == 3)
                best.lines = balanced(best.lines, whole, best.font, room.width());
            return best;
        }
        if (size > smallest) continue;
        if (best.lines.size() > lines) {
            const QString rest = QStringList(best.lines.mid(lines - 1)).join(' ');
            best.lines = best.lines.mid(0, lines - 1);
            best.lines.append(metrics.elidedText(rest, Qt::ElideRight, room.width()));
            best.whole = false;
        }
        return best;
    }
}

QSize FittedLabel::sizeFor(int width) const {
    if (text().isEmpty()) return {0, 0};
    const Fit fitted = fit({width, QWIDGETSIZE_MAX});
    const QFontMetrics metrics(fitted.font);
    int widest = 0;
    for (const QString& line : fitted.lines) widest = std::max(widest, metrics.horizontalAdvance(line));
    return {std::min(widest + 2, width), metrics.lineSpacing() * static_cast<int>(fitted.lines.size())};
}

void FittedLabel::paintEvent(QPaintEvent*) {
    if (text().isEmpty()) return;
    const Fit fitted = fit(size());
    const QFontMetrics metrics(fitted.font);
    const int height = metrics.lineSpacing() * static_cast<int>(fitted.lines.size());
    int top = alignment().testFlag(Qt::AlignTop) ? 0 : (this->height() - height) / 2;

    QPainter painter(this);
    // A text reads as its own language does; where it stands follows the screen's.
    painter.setLayoutDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment place = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.setFont(fitted.font);
    painter.setPen(palette().color(QPalette::WindowText));
    for (const QString& line : fitted.lines) {
        const QRect row(0, top, width(), metrics.lineSpacing());
        painter.drawText(row,
                         int(place & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextSingleLine |
                             Qt::TextDontClip | Qt::TextIncludeTrailingSpaces,
                         line);
        top += metrics.lineSpacing();
    }
}

} // namespace latchkey
