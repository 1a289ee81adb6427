#include "app/kiosk/child_program.h"

#include <csignal>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

// In the new process: a group of its own, to be ended as a whole, and no signal held back as the kiosk does.
void becomeLeader() {
    setsid();
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

} // namespace

QProcessEnvironment environmentForChildren(const QProcessEnvironment& ours) {
    QProcessEnvironment environment;
    environment.insert("PATH", "/usr/local/bin:/usr/bin:/bin");
    for (const char* name : {"HOME", "USER", "LANG", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY",
                             "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"}) {
        if (ours.contains(name)) environment.insert(name, ours.value(name));
    }
    return environment;
}

ChildProgram::ChildProgram(Scheduler& scheduler, std::chrono::seconds timeout)
    : m_scheduler(scheduler), m_timeout(timeout) {
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier(becomeLeader);
    connect(&m_process, &QProcess::readyRead, this, &ChildProgram::readLines);
    connect(&m_process, &QProcess::finished, this, &ChildProgram::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) onFinished();
    });
}

void ChildProgram::start(const QString& program, const QStringList& arguments,
                         const QProcessEnvironment& environment) {
    m_timeUp = m_scheduler.after(m_timeout, [this] {
        onTimeout();
        m_timeUp = m_scheduler.after(kGrace, [this] { signalAll(SIGKILL); });
    });
    m_process.setProcessEnvironment(environment);
    m_process.start(program, arguments);
}

void ChildProgram::end() {
    if (std::exchange(m_ended, true)) return;
    signalAll(SIGTERM);
    m_timeUp = m_scheduler.after(kGrace, [this] { signalAll(SIGKILL); });
}

void ChildProgram::wait() {
    const auto running = [this] { return m_process.state() != QProcess::NotRunning; };
    const std::chrono::milliseconds allowed = m_ended ? kGrace : m_timeout;
    if (!running() || m_process.waitForFinished(static_cast<int>(allowed.count())) || !running()) return;
    onTimeout();
    m_process.waitForFinished(std::chrono::milliseconds(kGrace).count());
    if (running()) signalAll(SIGKILL);
    if (running()) m_process.waitForFinished(-1);
}

void ChildProgram::onFinished() {
    readLines();
    m_timeUp.cancel();
    emit done(m_ended ? QString() : problem());
}

QString ChildProgram::problem() const {
    const QString program = m_process.program();
    if (m_timedOut) return QString("%1: still running after %2 s, ended").arg(program).arg(m_timeout.count());
    if (m_process.error() == QProcess::FailedToStart)
        return QString("%1: %2").arg(program, m_process.errorString());
    if (m_process.exitStatus() == QProcess::CrashExit)
        return QString("%1: ended by signal %2").arg(program).arg(m_process.exitCode());
    if (m_process.exitCode() != 0)
        return QString("%1: exit status %2").arg(program).arg(m_process.exitCode());
    return {};
}

void ChildProgram::onTimeout() {
    m_timedOut = true;
    signalAll(SIGTERM);
}

// To it and everything it has started. At its very beginning it leads no group yet, and has started nothing.
void ChildProgram::signalAll(int number) {
    const auto leader = static_cast<pid_t>(m_process.processId());
    if (leader > 0 && kill(-leader, number) != 0) kill(leader, number);
}

// Whatever comes after the first lines is read and dropped, so that no program waits for somebody to read it.
void ChildProgram::readLines() {
    while (m_process.canReadLine() || m_process.bytesAvailable() > kLongestLine) {
        const QByteArray line = m_process.readLine(4 * kLongestLine);
        if (m_linesSaid++ < kLinesSaid) emit said(QString::fromUtf8(line).trimmed().left(kLongestLine));
    }
}

} // namespace latchkey
