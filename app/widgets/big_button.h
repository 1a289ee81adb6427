// A button for a finger, its focus ring always in sight. Space and Return press it.
#pragma once

#include "app/widgets/icon.h"
#include "app/widgets/theme.h"

#include <QPushButton>

#include <optional>

namespace latchkey {

class BigButton : public QPushButton {
    Q_OBJECT

  public:
    enum class Tone {
        Strong, // filled with the accent colour: what to do here
        Quiet,  // softly filled: the way out
    };

    BigButton(const Theme& theme, const QString& text, QWidget* parent, Tone tone = Tone::Strong);

    // In front of the text.
    void setSign(Icon sign);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintLabel(QPainter& painter, const QRectF& face, const QColor& colour) const;

    Theme m_theme;
    Tone m_tone;
    std::optional<Icon> m_sign;
};

} // namespace latchkey
