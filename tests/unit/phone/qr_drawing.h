// Draws QR codes as a kiosk's screen shows them, for tests.
#pragma once

#include "common/qr_matrix.h"

#include <QColor>
#include <QImage>
#include <QPainter>

#include <string_view>

namespace latchkey::phone {

struct CodeColours {
    QColor dark = Qt::black;
    QColor light = Qt::white;
};

// The code with its quiet zone.
inline QImage drawCode(std::string_view text, int moduleSize, const CodeColours& colours = {}) {
    const QrMatrix matrix = *QrMatrix::encode(text);
    const int modules = matrix.size() + 2 * QrMatrix::kQuietZone;
    QImage image(modules * moduleSize, modules * moduleSize, QImage::Format_ARGB32);
    image.fill(colours.light);
    QPainter painter(&image);
    for (int y = 0; y < matrix.size(); ++y) {
        for (int x = 0; x < matrix.size(); ++x) {
            if (!matrix.dark(x, y)) continue;
            painter.fillRect((x + QrMatrix::kQuietZone) * moduleSize, (y + QrMatrix::kQuietZone) * moduleSize,
                             moduleSize, moduleSize, colours.dark);
        }
    }
    return image;
}

// A screen with a picture in its middle.
inline QImage drawScreen(QSize size, const QColor& surround, const QImage& picture) {
    QImage screen(size, QImage::Format_RGB32);
    screen.fill(surround);
    QPainter painter(&screen);
    painter.drawImage((size.width() - picture.width()) / 2, (size.height() - picture.height()) / 2, picture);
    return screen;
}

} // namespace latchkey::phone
