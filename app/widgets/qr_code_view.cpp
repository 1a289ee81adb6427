#include "app/widgets/qr_code_view.h"

#include "app/widgets/accessible_role.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int kFade = 240; // ms

QRect wholePixelsIn(const QRectF& area) {
    return {QPoint(qCeil(area.left()), qCeil(area.top())),
            QPoint(qFloor(area.right()) - 1, qFloor(area.bottom()) - 1)};
}

// In device pixels: one black rectangle for each run of dark modules in a row.
void paintModules(QPainter& painter, const QrMatrix& matrix, const QRect& square) {
    const int modules = matrix.size() + 2 * QrMatrix::kQuietZone;
    const int module = square.width() / modules;
    const int side = module * matrix.size();
    const QPoint origin =
        square.topLeft() + QPoint((square.width() - side) / 2, (square.height() - side) / 2);
    for (int y = 0; y < matrix.size(); ++y) {
        for (int x = 0; x < matrix.size();) {
            int end = x;
            while (matrix.dark(end, y)) ++end;
            if (end > x) {
                painter.fillRect(QRect(origin + QPoint(x, y) * module, QSize((end - x) * module, module)),
                                 Qt::black);
            }
            x = end + 1;
        }
    }
}

} // namespace

QrCodeView::QrCodeView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAccessibleRole(*this, QAccessible::Graphic);
    setAccessibleName(tr("QR code to scan with a phone"));
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    m_fade.setDuration(kFade);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, QOverload<>::of(&QrCodeView::update));
    connect(&m_fade, &QVariantAnimation::finished, this, [this] {
        m_before.reset();
        update();
    });
}

void QrCodeView::setCode(const QrMatrix& matrix) {
    if (m_matrix == matrix) return;
    if (m_matrix && m_theme.motion && isVisible()) {
        m_before = m_matrix;
        m_fade.stop();
        m_fade.start();
    }
    m_matrix = matrix;
    update();
}

void QrCodeView::clear() {
    if (!m_matrix) return;
    m_fade.stop();
    m_before.reset();
    m_matrix.reset();
    update();
}

// The corners take a little of the quiet zone's own corners and nothing else.
double QrCodeView::cornerRadius() const {
    const int modules = (m_matrix ? m_matrix->size() : 21) + 2 * QrMatrix::kQuietZone;
    const double side = std::min(width(), height());
    return std::min(side / 22, 2 * side / modules);
}

void QrCodeView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // From here on in device pixels, wherever on them this widget begins.
    const QTransform toDevice = painter.deviceTransform();
    const QRect room = wholePixelsIn(toDevice.mapRect(QRectF(rect())));
    painter.setWorldTransform(toDevice.inverted());
    const int side = std::min(room.width(), room.height());
    const QRect card(room.topLeft() + QPoint((room.width() - side) / 2, (room.height() - side) / 2),
                     QSize(side, side));

    const double radius = cornerRadius() * toDevice.m11();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.paper);
    painter.drawRoundedRect(card, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_before) {
        painter.setOpacity(1 - m_fade.currentValue().toDouble());
        paintModules(painter, *m_before, card);
        painter.setOpacity(m_fade.currentValue().toDouble());
    }
    if (m_matrix) paintModules(painter, *m_matrix, card);
}

} // namespace latchkey
