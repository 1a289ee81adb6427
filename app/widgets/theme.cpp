#include "app/widgets/theme.h"

#include <QWidget>

#include <algorithm>

namespace latchkey {

QFont themeFont(int pixelSize, QFont::Weight weight, Face face) {
    QFont font(face == Face::Code ? QStringList{"DejaVu Sans Mono", "Noto Sans Mono", "monospace"}
                                  : QStringList{"Inter", "Noto Sans", "DejaVu Sans", "sans-serif"});
    font.setPixelSize(std::max(pixelSize, 1));
    font.setWeight(weight);
    return font;
}

double unitOf(const QWidget& widget) {
    const QSize window = widget.window()->size();
    return std::min(window.width(), window.height()) / 100.0;
}

} // namespace latchkey
