#include "tests/e2e/kiosk/screen_wall.h"

namespace latchkey {

namespace {

constexpr int kPatience = 60'000; // ms
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
    const auto configuration = m_folder.write("xorg.conf", kConfiguration);
    // Not the wrapper, which lets nobody but the user of a text terminal in.
    m_server.start(LATCHKEY_XORG,
                   {"-displayfd", "1", "-config", QString::fromStdString(configuration.string()), "-logfile",
                    QString::fromStdString(m_folder.file("xorg.log").string()), "-novtswitch", "-sharevts",
                    "-keeptty", "-nolisten", "tcp", "-noreset"});
    QByteArray number;
    while (!number.contains('\n') && m_server.waitForReadyRead(kPatience))
        number += m_server.readAllStandardOutput();
    if (!number.contains('\n')) {
        m_problem =
            "Xorg does not start here: " + QString::fromUtf8(m_server.readAllStandardError()).trimmed();
        return;
    }
    m_name = ":" + number.trimmed();
    xrandr({"--addmode", "DUMMY1", "1024x768"});
}

ScreenWall::~ScreenWall() {
    m_server.terminate();
    m_server.waitForFinished(kPatience);
}

QProcessEnvironment ScreenWall::environment() const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        if (name.startsWith("LATCHKEY_") || name.startsWith("WAYLAND_")) environment.remove(name);
    }
    environment.insert("DISPLAY", m_name);
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.insert("HOME", QString::fromStdString(m_folder.path().string()));
    environment.insert("XDG_CONFIG_HOME", environment.value("HOME"));
    return environment;
}

QByteArray ScreenWall::run(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    if (!process.waitForFinished(kPatience) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void ScreenWall::xrandr(const QStringList& arguments) const {
    run("xrandr", arguments);
}

QImage ScreenWall::picture(QRect area) const {
    return QImage::fromData(run("import", {"-window", "root", "png:-"}), "PNG").copy(area);
}

} // namespace latchkey
