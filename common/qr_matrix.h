// The modules of a QR code (ISO/IEC 18004), made by QR-Code-generator, without a way to draw them.
#pragma once

#include "common/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

class QrMatrix {
  public:
    // Light modules that have to surround the code on every side (ISO/IEC 18004 §6.3.8).
    static constexpr int kQuietZone = 4;

    // Encodes UTF-8 text as the smallest code at error correction level M (about 15 % may be damaged), or
    // better where it fits the same size; parts in upper case and digits take fewer modules than others.
    // On failure: the text is longer than any QR code holds.
    static Result<QrMatrix, std::string> encode(std::string_view text);

    // Modules on one side, 21 to 177, without the quiet zone.
    int size() const { return m_size; }
    // False outside the code: the quiet zone is light.
    bool dark(int x, int y) const {
        return x >= 0 && y >= 0 && x < m_size && y < m_size &&
               m_dark[static_cast<std::size_t>(y * m_size + x)];
    }

    // Black on white whatever the terminal's colours are (ECMA-48 SGR), with the quiet zone; two modules a
    // character, one line for each pair of rows.
    std::string toTerminal() const;
    // An SVG 1.1 image, one user unit a module, with the quiet zone.
    std::string toSvg() const;

    bool operator==(const QrMatrix&) const = default;

  private:
    QrMatrix() = default;

    int m_size = 0;
    std::vector<bool> m_dark;
};

} // namespace latchkey
