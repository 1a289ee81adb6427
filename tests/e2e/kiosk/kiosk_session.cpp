#include "tests/e2e/kiosk/kiosk_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

namespace latchkey {

namespace {

constexpr int kPatience = 50'000;      // ms; for a busy machine
constexpr QSize kCagePanel{1024, 768}; // what cage opens on an X server
constexpr uid_t kNobody = 65534;

// Of this process alone among those of the machine.
QString displayOfItsOwn() {
    return QStringLiteral(":%1").arg(10'000 + getpid() % 40'000);
}

// cage refuses to run as root, and with root's X server the kiosk would want its own account. Tests may be
// root: then the session runs as nobody, whom the folder is given to.
QStringList asUnprivileged(const std::filesystem::path& runtimeFolder) {
    if (geteuid() != 0) return {};
    if (chown(runtimeFolder.c_str(), kNobody, kNobody) != 0) qFatal("cannot give away the runtime folder");
    const QString nobody = QString::number(kNobody);
    return {"setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups", "--"};
}

} // namespace

KioskSession::KioskSession(Kind kind, const QStringList& arguments)
    : m_panel(kind == Kind::Wayland ? std::make_unique<VirtualDisplay>(kCagePanel)
                                    : std::make_unique<XDisplay>(displayOfItsOwn(), QString())) {
    const QString runtimeFolder = QString::fromStdString(m_folder.path().string());
    QProcessEnvironment environment = m_panel->environment();
    environment.remove("QT_QPA_PLATFORM");
    environment.insert("HOME", runtimeFolder);
    environment.insert("XDG_CONFIG_HOME", runtimeFolder);
    environment.insert("XDG_RUNTIME_DIR", runtimeFolder);
    if (kind == Kind::Wayland) {
        environment.insert("WLR_BACKENDS", "x11");
        environment.insert("WLR_RENDERER", "pixman"); // no GPU
    } else {
        environment.insert("LATCHKEY_X_SERVER", LATCHKEY_XVFB);
        environment.insert("LATCHKEY_X_DISPLAY", displayOfItsOwn());
    }
    const QString programs = QFileInfo(LATCHKEY_KIOSK_PROGRAM).path();
    environment.insert("PATH", programs + ":" + environment.value("PATH"));
    m_session.setProcessEnvironment(environment);

    QStringList command = asUnprivileged(m_folder.path()) +
                          QStringList{LATCHKEY_KIOSK_SESSION, kind == Kind::Wayland ? "wayland" : "x11"} +
                          arguments;
    m_session.start(command.takeFirst(), command);
    QVERIFY(m_session.waitForStarted(kPatience));
    QVERIFY(QTest::qWaitFor([this] { return kiosk() != 0 || !running(); }, kPatience));
    if (kind == Kind::X11 && running())
        m_panel = std::make_unique<XDisplay>(displayOfItsOwn(), folder() + "/xauthority");
}

KioskSession::~KioskSession() {
    terminate();
    if (!m_session.waitForFinished(kPatience)) m_session.kill();
    m_session.waitForFinished();
}

QString KioskSession::folder() const {
    const QDir runtime(QString::fromStdString(m_folder.path().string()));
    const QStringList sessions = runtime.entryList({"session.*"}, QDir::Dirs);
    return sessions.isEmpty() ? QString() : runtime.filePath(sessions.first());
}

pid_t KioskSession::kiosk() const {
    QFile file(folder() + "/pid");
    return file.open(QFile::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

int KioskSession::waitForEnd() {
    if (running() && !m_session.waitForFinished(kPatience)) return -1;
    return m_session.exitStatus() == QProcess::NormalExit ? m_session.exitCode() : -1;
}

const QByteArray& KioskSession::log() {
    m_log += m_session.readAllStandardError();
    return m_log;
}

} // namespace latchkey
