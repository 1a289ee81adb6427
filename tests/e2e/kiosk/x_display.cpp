#include "tests/e2e/kiosk/x_display.h"

#include <map>
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
    // A server that may reset does when its last client goes, and refuses who comes in that moment.
    m_server.start(program, QStringList{"-displayfd", "1", "-nolisten", "tcp", "-noreset"} + arguments);
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
    environment.insert("OMP_THREAD_LIMIT", "1"); // more of tesseract's wait for one another on a busy machine
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

QString XDisplay::read(const QString& format) const {
    const QString file = QString::fromStdString(m_folder.file("words.png").string());
    screenshot().save(file);
    return QString::fromUtf8(run("tesseract", {file, "-", "--psm", "11", format}));
}

QString XDisplay::words() const {
    return read("txt").simplified();
}

std::optional<QPoint> XDisplay::placeOf(const QString& line) const {
    struct Line {
        QStringList words;
        QRect place;
    };
    std::map<QStringList, Line> lines; // by their block, paragraph and number
    for (const QString& row : read("tsv").split('\n')) {
        const QStringList columns = row.split('\t');
        if (columns.size() != 12 || columns[11].trimmed().isEmpty()) continue;
        Line& found = lines[columns.mid(2, 3)];
        found.words += columns[11];
        found.place |= QRect(columns[6].toInt(), columns[7].toInt(), columns[8].toInt(), columns[9].toInt());
    }
    for (const auto& [number, found] : lines) {
        if (found.words.join(' ') == line) return found.place.center();
    }
    return std::nullopt;
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
