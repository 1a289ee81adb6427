#include "common/qr_matrix.h"

#include "common/qr_segments.h"

#include <qrcodegen.hpp>

#include <optional>

namespace latchkey {

namespace {

qrcodegen::QrSegment encoded(const QrSegment& segment) {
    const std::string text(segment.text);
    switch (segment.mode) {
    case QrSegment::Mode::Numeric:
        return qrcodegen::QrSegment::makeNumeric(text.c_str());
    case QrSegment::Mode::Alphanumeric:
        return qrcodegen::QrSegment::makeAlphanumeric(text.c_str());
    case QrSegment::Mode::Byte:
        break;
    }
    return qrcodegen::QrSegment::makeBytes({text.begin(), text.end()});
}

// The smallest code of these versions, within which the same split is the best one.
std::optional<qrcodegen::QrCode> smallestCode(std::string_view text, int firstVersion, int lastVersion) {
    std::vector<qrcodegen::QrSegment> segments;
    for (const QrSegment& segment : splitForQrCode(text, firstVersion)) segments.push_back(encoded(segment));
    try {
        return qrcodegen::QrCode::encodeSegments(segments, qrcodegen::QrCode::Ecc::MEDIUM, firstVersion,
                                                 lastVersion);
    } catch (const qrcodegen::data_too_long&) {
        return std::nullopt;
    }
}

std::optional<qrcodegen::QrCode> smallestCode(std::string_view text) {
    constexpr std::size_t kMostCharacters = 7089; // digits, in the largest code there is
    if (text.size() > kMostCharacters) return std::nullopt;
    auto code = smallestCode(text, 1, 9);
    if (!code) code = smallestCode(text, 10, 26);
    if (!code) code = smallestCode(text, 27, 40);
    return code;
}

} // namespace

Result<QrMatrix, std::string> QrMatrix::encode(std::string_view text) {
    const auto code = smallestCode(text);
    if (!code) {
        return Failure{"the text has " + std::to_string(text.size()) + " bytes, more than a QR code holds"};
    }
    QrMatrix matrix;
    matrix.m_size = code->getSize();
    matrix.m_dark.reserve(static_cast<std::size_t>(matrix.m_size * matrix.m_size));
    for (int y = 0; y < matrix.m_size; ++y) {
        for (int x = 0; x < matrix.m_size; ++x) matrix.m_dark.push_back(code->getModule(x, y));
    }
    return matrix;
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
