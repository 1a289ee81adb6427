#include "app/kiosk/service_manager.h"

#include "app/client/phase_name.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <cstdint>
#include <systemd/sd-daemon.h>

namespace latchkey {

namespace {

std::chrono::microseconds watchdog() {
    std::uint64_t longestSilence_us = 0;
    if (sd_watchdog_enabled(0, &longestSilence_us) <= 0) return {};
    return std::chrono::microseconds(longestSilence_us);
}

} // namespace

bool ServiceManager::isThere() {
    return qEnvironmentVariableIsSet("NOTIFY_SOCKET");
}

ServiceManager::ServiceManager(Scheduler& scheduler)
    : m_scheduler(scheduler),
      m_listening(isThere()),
      m_watchdog(m_listening ? watchdog() : std::chrono::microseconds::zero()) {}

void ServiceManager::ready() {
    tell("READY=1");
    if (m_watchdog.count() > 0) beat();
}

void ServiceManager::readyOnceDrawn(QWidget& window) {
    if (m_listening) window.installEventFilter(this);
}

bool ServiceManager::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // After the drawing, of which this is only the beginning.
        QMetaObject::invokeMethod(this, &ServiceManager::ready, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void ServiceManager::report(const LoginPhase& phase) {
    report(std::string(phaseName(phase)));
}

void ServiceManager::report(const std::string& status) {
    tell("STATUS=" + status);
}

void ServiceManager::stopping() {
    tell("STOPPING=1");
}

void ServiceManager::beat() {
    tell("WATCHDOG=1");
    const auto half = std::chrono::duration_cast<Scheduler::Duration>(m_watchdog / 2);
    // A wait of nothing would be all the loop does.
    m_nextBeat = m_scheduler.after(std::max(half, Scheduler::Duration(1)), [this] { beat(); });
}

// There is nobody to tell when telling fails.
void ServiceManager::tell(const std::string& assignment) const {
    if (m_listening) sd_notify(0, assignment.c_str());
}

} // namespace latchkey
