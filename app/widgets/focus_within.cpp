#include "app/widgets/focus_within.h"

#include <QApplication>

namespace latchkey {

bool moveFocusWithin(QWidget& parent, bool next) {
    QWidget* const focused = QApplication::focusWidget();
    QWidget* const from = focused && parent.isAncestorOf(focused) ? focused : &parent;
    const auto after = [next](QWidget* widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget* widget = after(from); widget != from; widget = after(widget)) {
        const bool stop = parent.isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() &&
                          (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (!stop) continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return focused == from;
}

} // namespace latchkey
