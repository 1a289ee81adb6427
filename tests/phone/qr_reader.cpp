#include "tests/phone/qr_reader.h"

#include <QPainter>
#include <zbar.h>

#include <algorithm>
#include <memory>

namespace latchkey::phone {

namespace {

using Scanner = std::unique_ptr<zbar::zbar_image_scanner_t, decltype(&zbar::zbar_image_scanner_destroy)>;
using Frame = std::unique_ptr<zbar::zbar_image_t, decltype(&zbar::zbar_image_destroy)>;

QImage flattenedToGrey(const QImage& image) {
    if (!image.hasAlphaChannel()) return image.convertToFormat(QImage::Format_Grayscale8);
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(QRect(QPoint(0, 0), image.size()), image);
    painter.end();
    return paper.convertToFormat(QImage::Format_Grayscale8);
}

// ZBar wants its rows without the padding that QImage gives them.
std::vector<uchar> packedRows(const QImage& grey) {
    std::vector<uchar> pixels;
    pixels.reserve(static_cast<std::size_t>(grey.width()) * static_cast<std::size_t>(grey.height()));
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        pixels.insert(pixels.end(), row, row + grey.width());
    }
    return pixels;
}

std::vector<std::string> decode(const QImage& grey) {
    const std::vector<uchar> pixels = packedRows(grey);
    const Scanner scanner(zbar::zbar_image_scanner_create(), &zbar::zbar_image_scanner_destroy);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    const Frame frame(zbar::zbar_image_create(), &zbar::zbar_image_destroy);
    zbar::zbar_image_set_format(frame.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar::zbar_image_set_size(frame.get(), static_cast<unsigned>(grey.width()),
                              static_cast<unsigned>(grey.height()));
    zbar::zbar_image_set_data(frame.get(), pixels.data(), pixels.size(), nullptr);
    zbar::zbar_scan_image(scanner.get(), frame.get());

    std::vector<std::string> texts;
    for (const auto* symbol = zbar::zbar_image_first_symbol(frame.get()); symbol != nullptr;
         symbol = zbar::zbar_symbol_next(symbol)) {
        std::string text(zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol));
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    }
    return texts;
}

// ZBar misses turned codes of two or three pixels a module unless it sees them larger.
QImage doubled(const QImage& grey) {
    return grey.scaled(grey.size() * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

QImage inverted(QImage grey) {
    grey.invertPixels();
    return grey;
}

} // namespace

std::vector<std::string> readQrCodes(const QImage& image) {
    if (image.isNull()) return {};
    const QImage grey = flattenedToGrey(image);
    std::vector<std::string> texts = decode(grey);
    if (texts.empty()) texts = decode(doubled(grey));
    if (texts.empty()) texts = decode(inverted(grey));
    return texts;
}

} // namespace latchkey::phone
