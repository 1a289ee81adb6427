#include "app/widgets/qr_code_view.h"

#include "app/widgets/accessible_role.h"

#include <QPaintEvent>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

constexpr int kFade = 240;    // ms
constexpr int kFadeSteps = 6; // as many as a film has in that time, each a picture to paint

QRect wholePixelsIn(const QRectF& area) {
    return {QPoint(qCeil(area.left()), qCeil(area.top())),
            QPoint(qFloor(area.right()) - 1, qFloor(area.bottom()) - 1)};
}

// How dark a module is, from 0 to 1, with this share of the way gone from one code to the other. What is dark
// in both stays dark.
double inkOf(bool before, bool after, double share) {
    return (before ? 1 - share : 0) + (after ? share : 0);
}

QColor inked(const QColor& paper, double ink) {
    const auto channel = [ink](float light) { return static_cast<float>(light * (1 - ink)); };
    return QColor::fromRgbF(channel(paper.redF()), channel(paper.greenF()), channel(paper.blueF()));
}

// The second code, with this share of the way gone from the first, which has its size. In device pixels: one
// rectangle for each run of modules in a row that are equally dark.
void paintModules(QPainter& painter, const QrMatrix& from, const QrMatrix& to, double share,
                  const QColor& paper, const QRect& square) {
    const int modules = to.size() + 2 * QrMatrix::kQuietZone;
    const int module = square.width() / modules;
    const int side = module * to.size();
    const QPoint origin =
        square.topLeft() + QPoint((square.width() - side) / 2, (square.height() - side) / 2);
    for (int y = 0; y < to.size(); ++y) {
        const auto ink = [&](int x) { return inkOf(from.dark(x, y), to.dark(x, y), share); };
        for (int x = 0; x < to.size();) {
            int end = x + 1;
            while (end < to.size() && ink(end) == ink(x)) ++end;
            if (ink(x) > 0) {
                painter.fillRect(QRect(origin + QPoint(x, y) * module, QSize((end - x) * module, module)),
                                 inked(paper, ink(x)));
            }
            x = end;
        }
    }
}

} // namespace

QrCodeView::QrCodeView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAccessibleRole(*this, QAccessible::Graphic);
    setAccessibleName(tr("QR code to scan with a phone"));
    m_fade.setStartValue(0);
    m_fade.setEndValue(kFadeSteps);
    m_fade.setDuration(kFade);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        if (std::exchange(m_fadeStep, value.toInt()) != m_fadeStep) update(middle());
    });
    connect(&m_fade, &QVariantAnimation::finished, this, [this] {
        m_before.reset();
        update(middle());
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

int QrCodeView::modulesAcross() const {
    return (m_matrix ? m_matrix->size() : 21) + 2 * QrMatrix::kQuietZone;
}

// The corners take a little of the quiet zone's own corners and nothing else.
double QrCodeView::cornerRadius() const {
    const double side = std::min(width(), height());
    return std::min(side / 22, 2 * side / modulesAcross());
}

// All of the code, and nothing of the corners.
QRect QrCodeView::middle() const {
    const int side = std::min(width(), height());
    const int inner = side - 2 * (3 * side / modulesAcross());
    return {(width() - inner) / 2, (height() - inner) / 2, inner, inner};
}

void QrCodeView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    // From here on in device pixels, wherever on them this widget begins.
    const QTransform toDevice = painter.deviceTransform();
    const QRect room = wholePixelsIn(toDevice.mapRect(QRectF(rect())));
    painter.setWorldTransform(toDevice.inverted());
    const int side = std::min(room.width(), room.height());
    const QRect card(room.topLeft() + QPoint((room.width() - side) / 2, (room.height() - side) / 2),
                     QSize(side, side));

    const double radius = cornerRadius() * toDevice.m11();
    const bool corners = !middle().contains(event->rect());
    painter.setRenderHint(QPainter::Antialiasing, corners);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.paper);
    corners ? painter.drawRoundedRect(card, radius, radius) : painter.drawRect(card);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!m_matrix) return;
    const QrMatrix& before = m_before ? *m_before : *m_matrix;
    paintModules(painter, before, *m_matrix, double(m_fadeStep) / kFadeSteps, m_theme.paper, card);
}

} // namespace latchkey
