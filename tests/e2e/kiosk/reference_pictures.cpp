#include "tests/e2e/kiosk/reference_pictures.h"

#include <QImageWriter>

#include <algorithm>
#include <cstdlib>

namespace latchkey {

namespace {

constexpr int kLongerSide = 480; // pixels

// Of 255, in the channel that differs most.
constexpr int kVisible = 32;
// Of the pixels.
constexpr double kTolerated = 0.00015;

const QString kSuffix = QStringLiteral(".png");

int distance(QRgb a, QRgb b) {
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

QRgb pale(QRgb colour) {
    const int grey = 170 + qGray(colour) / 3;
    return qRgb(grey, grey, grey);
}

// To one of 64 levels a channel, for smaller files: far less than what counts as visible.
QRgb coarse(QRgb colour) {
    const auto nearest = [](int channel) { return (channel * 63 + 127) / 255 * 255 / 63; };
    return qRgb(nearest(qRed(colour)), nearest(qGreen(colour)), nearest(qBlue(colour)));
}

bool writePng(const QString& file, const QImage& picture) {
    QImageWriter writer(file, "png");
    writer.setCompression(100); // the best there is
    return writer.write(picture);
}

} // namespace

QImage reduced(const QImage& picture) {
    QImage opaque = picture.convertToFormat(QImage::Format_RGB32);
    opaque.setDevicePixelRatio(1);
    QImage small = opaque.scaled(kLongerSide, kLongerSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) small.setPixel(x, y, coarse(small.pixel(x, y)));
    }
    return small;
}

PictureDifference differenceOf(const QImage& reference, const QImage& picture) {
    if (reference.size() != picture.size()) return {1, picture};
    const QImage before = reference.convertToFormat(QImage::Format_RGB32);
    QImage marked = before;
    int visible = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            const QRgb colour = before.pixel(x, y);
            const bool differs = distance(colour, picture.pixel(x, y)) > kVisible;
            if (differs) ++visible;
            marked.setPixel(x, y, differs ? qRgb(220, 0, 0) : pale(colour));
        }
    }
    return {static_cast<double>(visible) / (before.width() * before.height()), marked};
}

bool alike(const PictureDifference& difference) {
    return difference.share <= kTolerated;
}

ReferencePictures::ReferencePictures(const QString& folder)
    : m_folder(folder),
      m_shots(qEnvironmentVariable("LATCHKEY_SHOTS")),
      m_accepting(qEnvironmentVariableIntValue("LATCHKEY_ACCEPT_PICTURES") != 0) {}

std::optional<QString> ReferencePictures::problemWith(const QString& name, const QImage& picture) const {
    const QString file = m_folder.filePath(name + kSuffix);
    const QImage small = reduced(picture);
    if (!m_shots.isEmpty()) picture.save(QDir(m_shots).filePath(name + kSuffix));
    if (m_accepting) return accept(file, small);

    const QString howToAccept = QStringLiteral("Where it is meant to look like that: "
                                               "LATCHKEY_ACCEPT_PICTURES=1 ctest --preset release -R "
                                               "tst_reference_pictures, and look at what git diff says.");
    const QImage reference(file);
    if (reference.isNull()) return "There is no reference " + file + ". " + howToAccept;
    const PictureDifference difference = differenceOf(reference, small);
    if (alike(difference)) return std::nullopt;
    QString kept = QStringLiteral("LATCHKEY_SHOTS=FOLDER keeps the picture and what differs. ");
    if (!m_shots.isEmpty()) {
        const QString marked = QDir(m_shots).filePath(name + "-difference" + kSuffix);
        difference.picture.save(marked);
        kept = QStringLiteral("What differs is red in %1. ").arg(marked);
    }
    return QStringLiteral("%1 % of the pixels are not as in %2. ").arg(100 * difference.share).arg(file) +
           kept + howToAccept;
}

std::optional<QString> ReferencePictures::accept(const QString& file, const QImage& picture) const {
    // What looks the same stays the same file.
    const QImage reference(file);
    if (!reference.isNull() && differenceOf(reference, picture).share == 0) return std::nullopt;
    if (writePng(file, picture)) return std::nullopt;
    return file + " cannot be written";
}

QStringList ReferencePictures::names() const {
    QStringList names;
    for (const QString& file : m_folder.entryList({'*' + kSuffix}, QDir::Files))
        names.append(file.chopped(kSuffix.size()));
    return names;
}

void ReferencePictures::remove(const QString& name) const {
    QFile::remove(m_folder.filePath(name + kSuffix));
}

} // namespace latchkey
