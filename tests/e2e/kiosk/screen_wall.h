// A machine with several screens: an Xorg of its own on the dummy driver, whose outputs (DUMMY0, DUMMY1 …)
// xrandr plugs in, pulls out and changes. It has no input devices and leaves the machine's text terminals
// alone.
#pragma once

#include "tests/e2e/kiosk/x_display.h"

#include <QString>
#include <QStringList>

namespace latchkey {

class ScreenWall : public XDisplay {
  public:
    // Begins with one output, DUMMY0 of 1280 by 720; DUMMY1, of 1024 by 768, may be plugged in.
    ScreenWall();

    // Why there is none: an Xorg without a panel takes root. Empty: there is one.
    const QString& problem() const { return m_problem; }

    void xrandr(const QStringList& arguments) const;

  private:
    QString m_problem;
};

} // namespace latchkey
