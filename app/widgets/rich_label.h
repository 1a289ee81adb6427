// A few lines of an operator's text with emphasis and lists: Markdown's paragraphs, **bold**, *italic* and
// "- " lists (CommonMark 0.30). Nothing else of it does anything: no HTML, no pictures, no links to follow.
//
// Keeps to its rectangle like FittedLabel: the text wraps, then shrinks to three fifths, then ends with the
// last whole line.
#pragma once

#include "app/widgets/theme.h"

#include <QString>
#include <QWidget>

class QTextDocument;

namespace latchkey {

class RichLabel : public QWidget {
    Q_OBJECT

  public:
    RichLabel(const Theme& theme, QWidget* parent);

    void setMarkdown(const QString& markdown);
    // The size to have where there is room, in pixels.
    void setPixelSize(double pixels);

    // How high the text is at that width and its full size.
    int heightFor(int width) const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void layOut(QTextDocument& document, int pixelSize, int width) const;

    QColor m_colour;
    QString m_markdown;
    int m_pixelSize = 16;
};

} // namespace latchkey
