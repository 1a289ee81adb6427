// Under a QR code, for hands that cannot scan: where to go, and what to type there. Both are shown whole or
// not at all, since an address or a code with an ellipsis helps nobody. Tab stops at it, so that a screen
// reader finds it: one reads it letter by letter.
#pragma once

#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QString>
#include <QWidget>

namespace latchkey {

class TypedCodeStrip : public QWidget {
    Q_OBJECT

  public:
    TypedCodeStrip(const Theme& theme, QWidget* parent);

    void setCode(const QString& code, const QString& address);
    // There is no code to type: it needs no room.
    void clear();
    // As long as nobody knows: it needs as much room as for the last code, or a usual one, so that nothing
    // jumps when one comes. Not to be shown meanwhile.
    void keepRoom();

    // Arranges its parts for a column this wide: beside one another where there is room, else one below the
    // other. Returns how high it is then; 0 where there is none, or where it does not fit whole.
    int arrange(int width);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    bool placeBeside(QRect line, double unit);
    bool placeBelow(QRect line);

    QColor m_ring; // around it while it has the focus
    FittedLabel* m_where;
    FittedLabel* m_code;
};

} // namespace latchkey
