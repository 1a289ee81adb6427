// A sign in a disc that says at a glance what kind of news this is.
#pragma once

#include "app/widgets/icon.h"
#include "app/widgets/theme.h"

#include <QWidget>

#include <optional>

namespace latchkey {

class Emblem : public QWidget {
    Q_OBJECT

  public:
    using Sign = Icon;
    enum class Tone { Quiet, Soft, Strong, Alarm };

    Emblem(const Theme& theme, QWidget* parent);

    void setSign(Sign sign, Tone tone);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Theme m_theme;
    std::optional<Sign> m_sign;
    Tone m_tone = Tone::Soft;
};

} // namespace latchkey
