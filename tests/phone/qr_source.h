// Where the pixels of a QR code come from: an image file, or the screen.
#pragma once

#include "common/result.h"

#include <QImage>

#include <string>
#include <vector>

namespace latchkey::phone {

// Any image file that Qt reads. On failure: the reason.
Result<QImage, std::string> readImageFile(const std::string& file);

// Chooses Qt's platform plugin; to be called before the QGuiApplication is made, which would end the program
// if it could not reach a display.
void preferOffscreenPlatform(); // for image files: works without a display
void preferX11Platform();       // for grabScreens(), which tells what is missing

// All of the X11 display, one picture a screen. Needs a QGuiApplication.
// On failure: the cause and what to do about it (no display, Wayland).
Result<std::vector<QImage>, std::string> grabScreens();

} // namespace latchkey::phone
