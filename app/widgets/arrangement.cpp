#include "app/widgets/arrangement.h"

#include <QStyle>

namespace latchkey {

void mirrorWhereRightToLeft(QWidget& parent) {
    if (parent.layoutDirection() != Qt::RightToLeft) return;
    for (QWidget* child : parent.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        child->setGeometry(QStyle::visualRect(Qt::RightToLeft, parent.rect(), child->geometry()));
}

} // namespace latchkey
