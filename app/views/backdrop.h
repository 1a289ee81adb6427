// What is behind everything in a window: the theme's background, over the operator's picture if there is one.
#pragma once

#include "app/views/appearance.h"
#include "app/widgets/theme.h"

#include <QPixmap>
#include <QWidget>

namespace latchkey {

// As large as the window, and as fine as its screen.
QPixmap paintedBackdrop(const QWidget& window, const Appearance& appearance, const Theme& theme);

} // namespace latchkey
