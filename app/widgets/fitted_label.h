// A label that keeps to its rectangle whatever it is told to say: the text wraps, then shrinks to three
// fifths of its size, then ends in an ellipsis. Two or three lines are about equally long. Always plain text,
// never markup; line breaks count as spaces.
#pragma once

#include "app/widgets/theme.h"

#include <QFont>
#include <QLabel>
#include <QStringList>

#include <optional>

namespace latchkey {

class FittedLabel : public QLabel {
    Q_OBJECT

  public:
    explicit FittedLabel(QWidget* parent);

    void setColour(const QColor& colour);
    void setFace(Face face);
    // The size to have where there is room, in pixels, and how many lines it may take.
    void setStyle(double pixelSize, QFont::Weight weight, int maximumLines = 1);
    // Whether a text that is too long may have a smaller size before it ends in an ellipsis; it may at first.
    void setShrinks(bool shrinks);

    // How high and wide the text is when it may be as wide as this; 0 high without a text.
    QSize sizeFor(int width) const;
    // Whether the whole text fits a rectangle of this size.
    bool fits(QSize room) const { return fit(room).whole; }
    // The size, in pixels, at which it does; nothing where it does at none.
    std::optional<int> sizeToFit(QSize room) const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Fit {
        QFont font;
        QStringList lines;
        bool whole = true; // without an ellipsis
    };
    Fit fit(QSize room) const;

    struct Style {
        int pixelSize = 16;
        QFont::Weight weight = QFont::Normal;
        int maximumLines = 1;

        bool operator==(const Style&) const = default;
    };

    Face m_face = Face::Text;
    Style m_style;
    bool m_shrinks = true;
};

} // namespace latchkey
