#include "tests/e2e/kiosk/virtual_display.h"

#include <QTest>

namespace latchkey {

namespace {

constexpr int kPatience = 60'000; // ms

} // namespace

VirtualDisplay::VirtualDisplay(QSize size) {
    const QString screen = QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height());
    m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"});
    QByteArray number;
    while (!number.contains('\n') && m_server.waitForReadyRead(kPatience))
        number += m_server.readAllStandardOutput();
    if (!number.contains('\n'))
        qFatal("Xvfb does not start: %s", m_server.readAllStandardError().constData());
    m_name = ":" + number.trimmed();
}

VirtualDisplay::~VirtualDisplay() {
    m_server.terminate();
    m_server.waitForFinished(kPatience);
}

QProcessEnvironment VirtualDisplay::environment() const {
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

QByteArray VirtualDisplay::run(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    if (!process.waitForFinished(kPatience) || process.exitCode() != 0) {
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput();
}

QImage VirtualDisplay::screenshot() const {
    return QImage::fromData(run("import", {"-window", "root", "png:-"}), "PNG");
}

QString VirtualDisplay::words() const {
    const QString file = QString::fromStdString(m_folder.file("words.png").string());
    screenshot().save(file);
    return QString::fromUtf8(run("tesseract", {file, "-", "--psm", "11"})).simplified();
}

void VirtualDisplay::press(const QString& key) const {
    run("xdotool", {"key", key});
}

void VirtualDisplay::tap(QPoint place, int times) const {
    run("xdotool", {"mousemove", QString::number(place.x()), QString::number(place.y()), "click", "--repeat",
                    QString::number(times), "--delay", "50", "1"});
}

void VirtualDisplay::keep(const QString& name) const {
    const QString folder = qEnvironmentVariable("LATCHKEY_SHOTS");
    if (!folder.isEmpty()) screenshot().save(folder + "/" + name + ".png");
}

} // namespace latchkey
