// Reads the one QR code in a picture, as a phone would.
#pragma once

#include "tests/phone/qr_reader.h"

#include <QString>

namespace latchkey {

// Empty when there is none, or more than one.
inline QString readQrCode(const QImage& picture) {
    const auto texts = phone::readQrCodes(picture);
    return texts.size() == 1 ? QString::fromStdString(texts.front()) : QString();
}

} // namespace latchkey
