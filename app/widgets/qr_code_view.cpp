#include "app/widgets/qr_code_view.h"

#include "app/widgets/accessible_role.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

constexpr int kFade = 240;    // ms
constexpr int kFadeSteps = 8; // as many as an eye tells apart in that time, each a picture to paint

QRect wholePixelsIn(const QRectF& area) {
    return {QPoint(qCeil(area.left()), qCeil(area.top())),
            QPoint(qFloor(area.right()) - 1, qFloor(area.bottom()) - 1)};
}

// In device pixels: one rectangle for each run of modules of one colour in a row, but for those as light as
// the paper.
template <class ColourOf>
void paintModules(QPainter& painter, int size, const QRect& square, ColourOf colourOf) {
    const int modules = size + 2 * QrMatrix::kQuietZone;
    const int module = square.width() / modules;
    const int side = module * size;
    const QPoint origin =
        square.topLeft() + QPoint((square.width() - side) / 2, (square.height() - side) / 2);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size;) {
            const std::optional<QColor> colour = colourOf(x, y);
            int end = x + 1;
            while (end < size && colourOf(end, y) == colour) ++end;
            if (colour) {
                painter.fillRect(QRect(origin + QPoint(x, y) * module, QSize((end - x) * module, module)),
                                 *colour);
            }
            x = end;
        }
    }
}

void paintCode(QPainter& painter, const QrMatrix& matrix, const QRect& square) {
    paintModules(painter, matrix.size(), square, [&](int x, int y) {
        return matrix.dark(x, y) ? std::optional<QColor>(Qt::black) : std::nullopt;
    });
}

// How much black there is on the paper: from 0 to 1.
QColor inked(const QColor& paper, double ink) {
    const auto channel = [ink](float light) { return static_cast<float>(light * (1 - ink)); };
    return QColor::fromRgbF(channel(paper.redF()), channel(paper.greenF()), channel(paper.blueF()));
}

// On its way from one code to another of its size: what is dark in both stays dark. share: of the way, from
// 0 to 1.
void paintBetween(QPainter& painter, const QrMatrix& from, const QrMatrix& to, double share,
                  const QColor& paper, const QRect& square) {
    const QColor going = inked(paper, 1 - share);
    const QColor coming = inked(paper, share);
    paintModules(painter, to.size(), square, [&](int x, int y) -> std::optional<QColor> {
        if (from.dark(x, y)) return to.dark(x, y) ? QColor(Qt::black) : going;
        return to.dark(x, y) ? std::optional(coming) : std::nullopt;
    });
}

} // namespace

QrCodeView::QrCodeView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAccessibleRole(*this, QAccessible::Graphic);
    setAccessibleName(tr("QR code to scan with a phone"));
    m_fade.setStartValue(0);
    m_fade.setEndValue(kFadeSteps);
    m_fade.setDuration(kFade);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        if (std::exchange(m_fadeStep, value.toInt()) != m_fadeStep) update();
    });
    connect(&m_fade, &QVariantAnimation::finished, this, [this] {
        m_before.reset();
        update();
    });
}

void QrCodeView::setCode(const QrMatrix& matrix) {
    if (m_matrix == matrix) return;
    m_fade.stop();
    m_before.reset();
    if (m_matrix && m_matrix->size() == matrix.size() && m_theme.motion && isVisible()) {
        m_before = m_matrix;
        m_fadeStep = 0;
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
        paintBetween(painter, *m_before, *m_matrix, double(m_fadeStep) / kFadeSteps, m_theme.paper, card);
    } else if (m_matrix) {
        paintCode(painter, *m_matrix, card);
    }
}

} // namespace latchkey
