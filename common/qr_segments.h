// Which parts of a text a QR code holds as what (ISO/IEC 18004 §7.4): digits take ten bits for three, the 45
// alphanumeric characters eleven bits for two, all others eight each; and every segment has a header.
#pragma once

#include <string_view>
#include <vector>

namespace latchkey {

struct QrSegment {
    enum class Mode { Numeric, Alphanumeric, Byte };

    Mode mode = Mode::Byte;
    std::string_view text; // of the caller's text

    bool operator==(const QrSegment&) const = default;
};

// The bits of the header: the mode and how many characters follow, in a code of that version (1 to 40). It is
// the same within versions 1 to 9, 10 to 26 and 27 to 40.
int qrHeaderBits(QrSegment::Mode mode, int version);

// The split that takes the fewest bits in a code of that version, in time proportional to the text's length.
std::vector<QrSegment> splitForQrCode(std::string_view text, int version);

} // namespace latchkey
