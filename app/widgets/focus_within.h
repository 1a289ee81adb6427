// For what covers the rest of the window: Tab and the arrows go round on it and never to what lies below.
#pragma once

#include <QWidget>

namespace latchkey {

// Gives the focus to the next (or the one before) of the widget's own children that Tab stops at. False
// where there is none. To be called by focusNextPrevChild().
bool moveFocusWithin(QWidget& parent, bool next);

} // namespace latchkey
