// Reads QR codes out of pixels, as a phone's camera app does.
#pragma once

#include <QImage>

#include <string>
#include <vector>

namespace latchkey::phone {

// The texts of all QR codes in the image, each once, in the order in which they are found; none for an image
// without a code. Transparent parts count as white. Codes of 1 to 40 pixels a module are found, light on dark
// ones too. Needs no display and no application object. Safe to call from any thread.
std::vector<std::string> readQrCodes(const QImage& image);

} // namespace latchkey::phone
