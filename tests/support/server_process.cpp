#include "tests/support/server_process.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

namespace latchkey {

namespace {

constexpr int kPatience = 30'000; // ms; for a busy machine, never waited out when all is well

QProcessEnvironment plainEnvironment(const std::filesystem::path& home) {
    QProcessEnvironment environment;
    environment.insert("PATH", qEnvironmentVariable("PATH"));
    environment.insert("HOME", QString::fromStdString(home.string()));
    for (const char* passed :
         {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "DBUS_SYSTEM_BUS_ADDRESS"}) {
        if (qEnvironmentVariableIsSet(passed)) environment.insert(passed, qEnvironmentVariable(passed));
    }
    return environment;
}

} // namespace

ProgramResult runProgram(const QString& program, const QStringList& arguments,
                         const std::filesystem::path& home) {
    QProcess process;
    process.setProcessEnvironment(plainEnvironment(home));
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

ServerProcess::ServerProcess(QStringList arguments, QString address)
    : m_arguments(std::move(arguments)), m_address(std::move(address)), m_port(m_address.toStdString()) {
    start();
}

ServerProcess::~ServerProcess() {
    kill();
}

void ServerProcess::start() {
    log();
    const qsizetype logged = m_log.size();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(plainEnvironment(m_folder.path()));
    m_process->start(LATCHKEY_SERVER_PROGRAM,
                     QStringList{"serve", "--log-format", "json", "--log-level", "debug", "--listen",
                                 m_address + ":" + QString::number(port())} +
                         m_arguments);
    QVERIFY(m_process->waitForStarted(kPatience));
    QElapsedTimer timer;
    timer.start();
    while (log().indexOf("server.listening", logged) < 0 || !log().endsWith('\n')) {
        QVERIFY2(timer.elapsed() < kPatience && m_process->state() == QProcess::Running, log());
        m_process->waitForReadyRead(100);
    }
}

void ServerProcess::kill() {
    if (!m_process || m_process->state() == QProcess::NotRunning) return;
    m_process->kill();
    m_process->waitForFinished(kPatience);
    log();
}

void ServerProcess::signal(int number) const {
    ::kill(pid(), number);
}

pid_t ServerProcess::pid() const {
    return static_cast<pid_t>(m_process->processId());
}

int ServerProcess::terminate() {
    signal(SIGTERM);
    if (!m_process->waitForFinished(kPatience)) return -1;
    log();
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

bool ServerProcess::waitForLog(const QByteArray& text) {
    QElapsedTimer timer;
    timer.start();
    while (!log().contains(text)) {
        if (timer.elapsed() > kPatience) return false;
        m_process->waitForReadyRead(100);
    }
    return true;
}

const QByteArray& ServerProcess::log() {
    if (m_process) m_log += m_process->readAllStandardError();
    return m_log;
}

ProgramResult ServerProcess::administer(const QStringList& arguments) const {
    return runProgram(LATCHKEY_SERVER_PROGRAM, arguments, m_folder.path());
}

} // namespace latchkey
