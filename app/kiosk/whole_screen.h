// A window that has the whole terminal to itself: full screen, every other screen dark, nobody gets past it,
// and no pointer where nobody moves one. As long as this lives.
#pragma once

#include "app/kiosk/idle_pointer.h"
#include "app/kiosk/lockdown.h"
#include "app/kiosk/screen_cover.h"

namespace latchkey {

struct WholeScreen {
    // output: see planScreens(). The window, which this shows, and the scheduler have to outlive this.
    WholeScreen(QWidget& window, const QString& output, Scheduler& scheduler)
        : pointer(scheduler), cover(window, output) {}

    Lockdown lockdown;
    IdlePointer pointer;
    ScreenCover cover;
};

} // namespace latchkey
