#include "tests/phone/qr_source.h"

#include <QGuiApplication>
#include <QImageReader>
#include <QPixmap>
#include <QScreen>

namespace latchkey::phone {

namespace {

constexpr const char* kPlatformVariable = "QT_QPA_PLATFORM";

} // namespace

Result<QImage, std::string> readImageFile(const std::string& file) {
    QImageReader reader(QString::fromLocal8Bit(file.c_str()));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (image.isNull()) return Failure{"cannot read " + file + ": " + reader.errorString().toStdString()};
    return image;
}

void preferOffscreenPlatform() {
    if (!qEnvironmentVariableIsSet(kPlatformVariable)) qputenv(kPlatformVariable, "offscreen");
}

void preferX11Platform() {
    // Qt tries the second one when the first one finds no X server.
    qputenv(kPlatformVariable, qEnvironmentVariableIsEmpty("DISPLAY") ? "offscreen" : "xcb;offscreen");
}

Result<std::vector<QImage>, std::string> grabScreens() {
    const std::string instead = "; or take a screenshot and give its file instead of --screen";
    const std::string display = qgetenv("DISPLAY").toStdString();
    if (!qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        return Failure{
            "this is a Wayland session, where no program may read the screen: log in to an X11 session "
            "(if DISPLAY names an X server of its own, such as Xvfb, unset WAYLAND_DISPLAY)" +
            instead};
    }
    if (display.empty()) {
        return Failure{"there is no screen to read: set DISPLAY to an X11 display, for example :0" + instead};
    }
    if (QGuiApplication::platformName() != "xcb") {
        return Failure{"the X11 display " + display +
                       " can not be reached: see that it runs and that XAUTHORITY lets you in" + instead};
    }
    std::vector<QImage> pictures;
    for (QScreen* screen : QGuiApplication::screens()) pictures.push_back(screen->grabWindow(0).toImage());
    return pictures;
}

} // namespace latchkey::phone
