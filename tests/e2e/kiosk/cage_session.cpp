#include "tests/e2e/kiosk/cage_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

namespace latchkey {

namespace {

constexpr int kPatience = 50'000; // ms; for a busy machine
constexpr uid_t kNobody = 65534;

QProcessEnvironment waylandOn(const VirtualDisplay& display, const QString& runtimeFolder) {
    QProcessEnvironment environment = display.environment();
    environment.remove("QT_QPA_PLATFORM");
    environment.insert("HOME", runtimeFolder);
    environment.insert("XDG_CONFIG_HOME", runtimeFolder);
    environment.insert("XDG_RUNTIME_DIR", runtimeFolder);
    environment.insert("WLR_BACKENDS", "x11");
    environment.insert("WLR_RENDERER", "pixman"); // no GPU
    const QString programs = QFileInfo(LATCHKEY_KIOSK_PROGRAM).path();
    environment.insert("PATH", programs + ":" + environment.value("PATH"));
    return environment;
}

// cage refuses to run as root. Tests may: then it runs as nobody, whom the folder is given to.
QStringList asUnprivileged(const std::filesystem::path& runtimeFolder) {
    if (geteuid() != 0) return {};
    if (chown(runtimeFolder.c_str(), kNobody, kNobody) != 0) qFatal("cannot give cage its runtime folder");
    const QString nobody = QString::number(kNobody);
    return {"setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups", "--"};
}

} // namespace

CageSession::CageSession(const VirtualDisplay& display, const QStringList& arguments) {
    m_session.setProcessEnvironment(waylandOn(display, QString::fromStdString(m_folder.path().string())));
    QStringList command =
        asUnprivileged(m_folder.path()) + QStringList{LATCHKEY_KIOSK_SESSION, "wayland"} + arguments;
    m_session.start(command.takeFirst(), command);
    QVERIFY(m_session.waitForStarted(kPatience));
}

CageSession::~CageSession() {
    terminate();
    if (!m_session.waitForFinished(kPatience)) m_session.kill();
    m_session.waitForFinished();
}

pid_t CageSession::kiosk() const {
    const QDir runtime(QString::fromStdString(m_folder.path().string()));
    for (const QString& session : runtime.entryList({"session.*"}, QDir::Dirs)) {
        QFile file(runtime.filePath(session + "/pid"));
        if (file.open(QFile::ReadOnly)) return file.readAll().trimmed().toInt();
    }
    return 0;
}

int CageSession::waitForEnd() {
    if (running() && !m_session.waitForFinished(kPatience)) return -1;
    return m_session.exitStatus() == QProcess::NormalExit ? m_session.exitCode() : -1;
}

const QByteArray& CageSession::log() {
    m_log += m_session.readAllStandardError();
    return m_log;
}

} // namespace latchkey
