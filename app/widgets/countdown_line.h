// A line that says how long something still takes: a ring that runs down and a sentence beside it, together
// in the middle; or the sentence alone, where nobody knows. It rearranges itself, so that a second that
// passes is nobody else's concern.
#pragma once

#include "app/widgets/countdown_ring.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QWidget>

namespace latchkey {

class CountdownLine : public QWidget {
    Q_OBJECT

  public:
    CountdownLine(const Theme& theme, QWidget* parent);

    // accessibleText: in place of a sentence with a number that changes every second.
    void setAccessibleText(const QString& accessibleText);

    // left: the share of the time that is left, from 0 to 1.
    void showLeft(double left, const QString& sentence);
    void showSentence(const QString& sentence);

    // In this rectangle, and this size.
    void place(QRect area, double pixelSize, QFont::Weight weight);

  private:
    void say(const QString& sentence, bool withRing);
    void arrange();

    CountdownRing* m_ring;
    FittedLabel* m_sentence;
};

} // namespace latchkey
