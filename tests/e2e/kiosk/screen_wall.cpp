#include "tests/e2e/kiosk/screen_wall.h"

namespace latchkey {

namespace {

constexpr const char* kConfiguration = R"(Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
    Option "AllowEmptyInput" "true"
EndSection
Section "Device"
    Identifier "dummy"
    Driver "dummy"
    VideoRam 256000
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 1-2000
    VertRefresh 1-2000
EndSection
Section "Screen"
    Identifier "screen"
    Device "dummy"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual 3840 2160
        Modes "1280x720"
    EndSubSection
EndSection
)";

} // namespace

ScreenWall::ScreenWall() {
    const auto configuration = folder().write("xorg.conf", kConfiguration);
    // Not the wrapper, which lets nobody but the user of a text terminal in.
    m_problem = serve(LATCHKEY_XORG, {"-config", QString::fromStdString(configuration.string()), "-logfile",
                                      QString::fromStdString(folder().file("xorg.log").string()),
                                      "-novtswitch", "-sharevts", "-keeptty"});
    if (m_problem.isEmpty()) xrandr({"--addmode", "DUMMY1", "1024x768"});
}

void ScreenWall::xrandr(const QStringList& arguments) const {
    run("xrandr", arguments);
}

} // namespace latchkey
