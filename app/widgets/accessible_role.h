// What a screen reader takes a widget for, where Qt by itself would say nothing: a heading, a picture, a
// dialogue.
#pragma once

#include <QAccessible>
#include <QWidget>

namespace latchkey {

// Before anything has asked what the widget is, as setting its text or name does. Its name is its accessible
// name, or a label's text.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

} // namespace latchkey
