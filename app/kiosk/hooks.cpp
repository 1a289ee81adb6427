#include "app/kiosk/hooks.h"

#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace latchkey {

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
    : m_settings(std::move(settings)),
      m_scheduler(scheduler),
      m_environment(environmentForChildren(environment)) {}

Hooks::~Hooks() {
    while (m_running) m_running->wait(); // and the next one has begun
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
    if (m_running || m_waiting.empty()) return;
    const Job job = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running = std::make_unique<ChildProgram>(m_scheduler, m_settings.timeout);
    connect(m_running.get(), &ChildProgram::said, this, &Hooks::said);
    connect(m_running.get(), &ChildProgram::done, this, &Hooks::onDone);
    m_running->start(job.program, {}, job.environment);
}

void Hooks::onDone(const QString& problem) {
    m_running.release()->deleteLater(); // not yet: this is called from within it
    if (!problem.isEmpty()) emit failed(problem);
    emit finished(!problem.isEmpty());
    startNext();
}

} // namespace latchkey
