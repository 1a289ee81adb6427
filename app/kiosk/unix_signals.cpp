#include "app/kiosk/unix_signals.h"

#include <cerrno>
#include <sys/signalfd.h>
#include <system_error>
#include <unistd.h>

namespace latchkey {

UnixSignals::UnixSignals() {
    sigset_t awaited;
    sigemptyset(&awaited);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGPIPE}) sigaddset(&awaited, signal);
    // Blocked, or they would still do what they do by default. Threads started later inherit the mask.
    pthread_sigmask(SIG_BLOCK, &awaited, &m_before);
    sigdelset(&awaited, SIGPIPE);
    m_descriptor = signalfd(-1, &awaited, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_descriptor < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
}

void UnixSignals::watch() {
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo received{};
        if (read(m_descriptor, &received, sizeof received) != sizeof received) return;
        if (received.ssi_signo == SIGUSR1) {
            emit diagnosticsRequested();
        } else {
            emit terminated();
        }
    });
}

UnixSignals::~UnixSignals() {
    m_notifier.reset();
    close(m_descriptor);
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

} // namespace latchkey
