#include "app/widgets/picture.h"

#include "app/widgets/accessible_role.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace latchkey {

Picture::Picture(const QImage& image, QWidget* parent) : QWidget(parent), m_image(image) {
    setAccessibleRole(*this, QAccessible::Graphic);
}

int Picture::widthFor(int height) const {
    return m_image.isNull() ? 0 : std::max(height * m_image.width() / m_image.height(), 1);
}

void Picture::paintEvent(QPaintEvent*) {
    if (m_image.isNull()) return;
    const QSize size = m_image.size().scaled(this->size(), Qt::KeepAspectRatio);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, size, rect()),
                      m_image);
}

} // namespace latchkey
