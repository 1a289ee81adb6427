// What the views have in common when they place what is on them. They do it by hand, from left to right, and
// have it mirrored at the end where the language runs the other way.
#pragma once

#include <QSize>
#include <QWidget>

namespace latchkey {

// Wider than high: things stand beside one another; else one below the other.
inline bool wide(const QSize& size) {
    return size.width() >= size.height();
}

// Turns the places of the widget's own children round where its layout direction is right to left. Each of
// them has to have been placed anew since the last time.
void mirrorWhereRightToLeft(QWidget& parent);

// The largest size of words, from the wanted one down to half of it, at which `height(size)` is no more than
// `room`; the smallest where none is.
template <class Height>
double shrunkToFit(double wanted, int room, Height height) {
    double size = wanted;
    while (height(size) > room && size > wanted / 2) size *= 0.95;
    return size;
}

} // namespace latchkey
