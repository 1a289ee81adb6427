// A sign in a circle, drawn with a few strokes, that says at a glance what kind of news this is.
#pragma once

#include "app/widgets/theme.h"

#include <QString>
#include <QWidget>

namespace latchkey {

class Emblem : public QWidget {
    Q_OBJECT

  public:
    enum class Sign { None, Check, Cross, Dots, Exclamation, Key, Phone, Digit };
    enum class Tone { Quiet, Soft, Strong, Alarm };

    Emblem(const Theme& theme, QWidget* parent);

    void setSign(Sign sign, Tone tone);
    // A number in place of a sign, from 1 to 9.
    void setDigit(int digit, Tone tone);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintSign(QPainter& painter, double side) const;

    Theme m_theme;
    Sign m_sign = Sign::None;
    Tone m_tone = Tone::Soft;
    int m_digit = 0;
};

} // namespace latchkey
