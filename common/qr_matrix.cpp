#include "common/qr_matrix.h"

#include <qrcodegen.hpp>

namespace latchkey {

Result<QrMatrix, std::string> QrMatrix::encode(std::string_view text) {
    using qrcodegen::QrCode;
    try {
        const QrCode code = QrCode::encodeText(std::string(text).c_str(), QrCode::Ecc::MEDIUM);
        QrMatrix matrix;
        matrix.m_size = code.getSize();
        matrix.m_dark.reserve(static_cast<std::size_t>(matrix.m_size * matrix.m_size));
        for (int y = 0; y < matrix.m_size; ++y) {
            for (int x = 0; x < matrix.m_size; ++x) matrix.m_dark.push_back(code.getModule(x, y));
        }
        return matrix;
    } catch (const qrcodegen::data_too_long&) {
        return Failure{"the text has " + std::to_string(text.size()) + " bytes, more than a QR code holds"};
    }
}

std::string QrMatrix::toTerminal() const {
    constexpr std::string_view blackOnWhite = "\x1b[38;2;0;0;0;48;2;255;255;255m";
    constexpr std::string_view reset = "\x1b[0m";
    std::string picture;
    for (int y = -kQuietZone; y < m_size + kQuietZone; y += 2) {
        picture += blackOnWhite;
        for (int x = -kQuietZone; x < m_size + kQuietZone; ++x) {
            const bool upper = dark(x, y);
            const bool lower = dark(x, y + 1);
            picture += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        picture.append(reset) += '\n';
    }
    return picture;
}

std::string QrMatrix::toSvg() const {
    const std::string side = std::to_string(m_size + 2 * kQuietZone);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
                      "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side +
                      "H0z\"/><path d=\"";
    for (int y = 0; y < m_size; ++y) {
        for (int x = 0; x < m_size; ++x) {
            if (!dark(x, y)) continue;
            svg += "M" + std::to_string(x + kQuietZone) + " " + std::to_string(y + kQuietZone) + "h1v1h-1z";
        }
    }
    return svg + "\"/></svg>\n";
}

} // namespace latchkey
