#include "app/kiosk/hooks.h"

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

QProcessEnvironment minimal(const QProcessEnvironment& ours) {
    QProcessEnvironment environment;
    environment.insert("PATH", "/usr/local/bin:/usr/bin:/bin");
    for (const char* name : {"HOME", "USER", "LANG", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY",
                             "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"}) {
        if (ours.contains(name)) environment.insert(name, ours.value(name));
    }
    return environment;
}

// In the new process: a group of its own, to be ended as a whole, and no signal held back as the kiosk does.
void becomeLeader() {
    setsid();
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

} // namespace

Outcome<std::string> checkHook(const std::filesystem::path& program) {
    struct stat status {};
    if (!program.is_absolute()) {
        return Failure{
            std::string("it has to be the absolute path of a program, without arguments; what needs "
                        "some goes into a script")};
    }
    if (stat(program.c_str(), &status) != 0) return Failure{std::string("there is no such file")};
    if (!S_ISREG(status.st_mode)) return Failure{std::string("it is not a file")};
    if (access(program.c_str(), X_OK) != 0) {
        return Failure{"it may not be run; allow it with: chmod +x " + program.string()};
    }
    if ((status.st_mode & S_IWOTH) != 0) {
        return Failure{"everybody can change it; keep them out with: chmod o-w " + program.string()};
    }
    return {};
}

Hooks::Hooks(HookSettings settings, Scheduler& scheduler, const QProcessEnvironment& environment)
    : m_settings(std::move(settings)), m_scheduler(scheduler), m_environment(minimal(environment)) {}

Hooks::~Hooks() {
    while (m_process) {
        const auto allowed = std::chrono::milliseconds(m_settings.timeout).count();
        if (!m_process->waitForFinished(static_cast<int>(allowed)) && m_process) {
            onTimeout();
            m_process->waitForFinished(std::chrono::milliseconds(kGrace).count());
            if (m_process) signalAll(SIGKILL);
            if (m_process) m_process->waitForFinished(-1);
        }
        startNext();
    }
}

void Hooks::run(Event event, const Login& login) {
    const auto& program = event == Event::Unlock ? m_settings.onUnlock : m_settings.onLock;
    if (program.empty()) return;
    Job job{QString::fromStdString(program.string()), m_environment};
    job.environment.insert("LATCHKEY_EVENT", event == Event::Unlock ? "unlock" : "lock");
    job.environment.insert("LATCHKEY_USER_ID", login.userId);
    job.environment.insert("LATCHKEY_USER_NAME", login.userName);
    job.environment.insert("LATCHKEY_LOGIN_ID", login.loginId);
    job.environment.insert("LATCHKEY_KIOSK", login.kiosk);
    m_waiting.push_back(std::move(job));
    startNext();
}

void Hooks::startNext() {
    if (m_process || m_waiting.empty()) return;
    const Job job = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_linesSaid = 0;
    m_timedOut = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(job.program);
    m_process->setProcessEnvironment(job.environment);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier(becomeLeader);
    connect(m_process.get(), &QProcess::readyRead, this, &Hooks::readLines);
    connect(m_process.get(), &QProcess::finished, this, &Hooks::onFinished);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) onFinished();
    });
    m_timeUp = m_scheduler.after(m_settings.timeout, [this] {
        onTimeout();
        m_timeUp = m_scheduler.after(kGrace, [this] { signalAll(SIGKILL); });
    });
    m_process->start();
}

void Hooks::onFinished() {
    readLines();
    m_timeUp.cancel();
    // Not deleted yet: this is called from within it.
    QProcess* const process = m_process.release();
    process->deleteLater();
    const QString program = process->program();
    if (m_timedOut) {
        emit failed(
            QString("%1: still running after %2 s, ended").arg(program).arg(m_settings.timeout.count()));
    } else if (process->error() == QProcess::FailedToStart) {
        emit failed(QString("%1: %2").arg(program, process->errorString()));
    } else if (process->exitStatus() == QProcess::CrashExit) {
        emit failed(QString("%1: ended by signal %2").arg(program).arg(process->exitCode()));
    } else if (process->exitCode() != 0) {
        emit failed(QString("%1: exit status %2").arg(program).arg(process->exitCode()));
    }
    emit finished();
    startNext();
}

void Hooks::onTimeout() {
    m_timedOut = true;
    signalAll(SIGTERM);
}

// To it and everything it has started.
void Hooks::signalAll(int number) {
    if (const auto group = static_cast<pid_t>(m_process->processId()); group > 0) kill(-group, number);
}

// Whatever comes after the first lines is read and dropped, so that no program waits for somebody to read it.
void Hooks::readLines() {
    while (m_process->canReadLine() || m_process->bytesAvailable() > kLongestLine) {
        const QByteArray line = m_process->readLine(4 * kLongestLine);
        if (m_linesSaid++ < kLinesSaid) emit said(QString::fromUtf8(line).trimmed().left(kLongestLine));
    }
}

} // namespace latchkey
