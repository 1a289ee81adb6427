#include "app/kiosk/speech.h"

#include <utility>

namespace latchkey {

Speech::Speech(const std::filesystem::path& program, Scheduler& scheduler,
               const QProcessEnvironment& environment)
    : m_program(QString::fromStdString(program.string())),
      m_scheduler(scheduler),
      m_environment(environmentForChildren(environment)) {
    // Where speech-dispatcher does not run for this account, but for the whole machine.
    if (environment.contains("SPEECHD_ADDRESS"))
        m_environment.insert("SPEECHD_ADDRESS", environment.value("SPEECHD_ADDRESS"));
}

Speech::~Speech() {
    m_next.reset();
    if (!m_speaking) return;
    m_speaking->disconnect(this);
    m_speaking->end();
    m_speaking->wait();
}

void Speech::say(const QString& sentence, const QString& language) {
    m_next = {"-C", "-w", "-l", language, "--", sentence};
    m_speaking ? m_speaking->end() : startNext();
}

void Speech::startNext() {
    if (!m_next) return;
    m_speaking = std::make_unique<ChildProgram>(m_scheduler, kLongest);
    connect(m_speaking.get(), &ChildProgram::done, this, &Speech::onDone);
    m_speaking->start(m_program, *std::exchange(m_next, std::nullopt), m_environment);
}

void Speech::onDone(const QString& problem) {
    m_speaking.release()->deleteLater(); // not yet: this is called from within it
    const bool fails = !problem.isEmpty();
    if (!std::exchange(m_failing, fails) && fails) emit failed(problem);
    emit finished();
    startNext();
}

} // namespace latchkey
