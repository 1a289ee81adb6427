#include "app/views/appearance.h"

#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace latchkey {

namespace {

constexpr int kSamples = 96; // a side: coarser than a letter's stroke is all that matters

QColor veiled(const QColor& colour, const QColor& veil) {
    const auto channel = [](int below, int above) {
        return static_cast<int>(std::lround(above * kVeil + below * (1 - kVeil)));
    };
    return {channel(colour.red(), veil.red()), channel(colour.green(), veil.green()),
            channel(colour.blue(), veil.blue())};
}

} // namespace

const Theme& Appearance::themeAt(const QTime& time) const {
    const int minute = time.msecsSinceStartOfDay() / 60'000;
    return alwaysDark || (darkHours && contains(*darkHours, minute)) ? dark : light;
}

// The lightest and the darkest place are the worst that a text can stand on.
std::optional<QString> pictureProblem(const Theme& theme, const QImage& picture) {
    const QImage samples =
        picture.scaled(kSamples, kSamples, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QColor lightest = Qt::black;
    QColor darkest = Qt::white;
    for (int y = 0; y < samples.height(); ++y) {
        for (int x = 0; x < samples.width(); ++x) {
            const QColor colour = samples.pixelColor(x, y);
            if (qGray(colour.rgb()) > qGray(lightest.rgb())) lightest = colour;
            if (qGray(colour.rgb()) < qGray(darkest.rgb())) darkest = colour;
        }
    }
    for (const QColor& extreme : {lightest, darkest}) {
        for (const QColor& veil : {theme.backgroundTop, theme.backgroundBottom}) {
            if (auto problem = legibilityProblem(theme.withBackground(veiled(extreme, veil)))) return problem;
        }
    }
    return std::nullopt;
}

QImage pictureFrom(const QString& file, int height) {
    if (!file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QImageReader reader(file);
        reader.setAutoTransform(true);
        return reader.read();
    }
    QSvgRenderer renderer(file);
    if (!renderer.isValid() || renderer.defaultSize().height() <= 0) return {};
    const QSize whole = renderer.defaultSize();
    QImage picture(std::max(height * whole.width() / whole.height(), 1), height,
                   QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter);
    return picture;
}

} // namespace latchkey
