#include "tests/e2e/kiosk/x_display.h"

#include <utility>

namespace latchkey {

namespace {

constexpr int kPatience = 60'000; // ms

} // namespace

XDisplay::XDisplay(QString name, QString authority)
    : m_name(std::move(name)), m_authority(std::move(authority)) {}

XDisplay::~XDisplay() {
    if (m_server.state() == QProcess::NotRunning) return;
    m_server.terminate();
    m_server.waitForFinished(kPatience);
}

QString XDisplay::serve(const QString& program, const QStringList& arguments) {
    m_server.start(program, QStringList{"-displayfd", "1", "-nolisten", "tcp"} + arguments);
    QByteArray number;
    while (!number.contains('\n') && m_server.waitForReadyRead(kPatience))
        number += m_server.readAllStandardOutput();
    if (!number.contains('\n'))
        return program +
               " does not start here: " + QString::fromUtf8(m_server.readAllStandardError()).trimmed();
    m_name = ":" + number.trimmed();
    return {};
}

QProcessEnvironment XDisplay::environment() const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        if (name.startsWith("LATCHKEY_") || name.startsWith("WAYLAND_")) environment.remove(name);
    }
    environment.insert("DISPLAY", m_name);
    if (!m_authority.isEmpty()) environment.insert("XAUTHORITY", m_authority);
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.insert("HOME", QString::fromStdString(m_folder.path().string()));
    environment.insert("XDG_CONFIG_HOME", environment.value("HOME"));
    return environment;
}

QByteArray XDisplay::run(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    if (!process.waitForFinished(kPatience) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QImage XDisplay::screenshot() const {
    return QImage::fromData(run("import", {"-window", "root", "png:-"}), "PNG");
}

QString XDisplay::words() const {
    const QString file = QString::fromStdString(m_folder.file("words.png").string());
    screenshot().save(file);
    return QString::fromUtf8(run("tesseract", {file, "-", "--psm", "11"})).simplified();
}

void XDisplay::press(const QString& key) const {
    run("xdotool", {"key", key});
}

void XDisplay::tap(QPoint place, int times) const {
    run("xdotool", {"mousemove", QString::number(place.x()), QString::number(place.y()), "click", "--repeat",
                    QString::number(times), "--delay", "50", "1"});
}

void XDisplay::keep(const QString& name) const {
    const QString folder = qEnvironmentVariable("LATCHKEY_SHOTS");
    if (!folder.isEmpty()) screenshot().save(folder + "/" + name + ".png");
}

VirtualDisplay::VirtualDisplay(QSize size) {
    const QString screen = QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height());
    const QString problem = serve("Xvfb", {"-screen", "0", screen});
    if (!problem.isEmpty()) qFatal("%s", qPrintable(problem));
}

} // namespace latchkey
