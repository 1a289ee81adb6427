#include "app/views/backdrop.h"

#include <QPainter>

namespace latchkey {

QPixmap paintedBackdrop(const QWidget& window, const Appearance& appearance, const Theme& theme) {
    const QSize size = window.size();
    QPixmap painted(size * window.devicePixelRatioF());
    painted.setDevicePixelRatio(window.devicePixelRatioF());
    QPainter painter(&painted);
    const QSize whole = appearance.background.size().scaled(size, Qt::KeepAspectRatioByExpanding);
    const QRect area(QPoint((size.width() - whole.width()) / 2, (size.height() - whole.height()) / 2), whole);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!appearance.background.isNull()) {
        painter.drawImage(area, appearance.background);
        painter.setOpacity(kVeil);
    }
    QLinearGradient gradient(0, 0, 0, size.height());
    gradient.setColorAt(0, theme.backgroundTop);
    gradient.setColorAt(1, theme.backgroundBottom);
    painter.fillRect(QRect({}, size), gradient);
    return painted;
}

} // namespace latchkey
