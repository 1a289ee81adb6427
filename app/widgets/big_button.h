// A button for a finger: filled with the accent colour, its focus ring always in sight. Space and Return
// press it.
#pragma once

#include "app/widgets/theme.h"

#include <QPushButton>

namespace latchkey {

class BigButton : public QPushButton {
    Q_OBJECT

  public:
    BigButton(const Theme& theme, const QString& text, QWidget* parent);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Theme m_theme;
};

} // namespace latchkey
