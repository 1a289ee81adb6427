#include "app/kiosk/service_manager.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <cstdint>
#include <systemd/sd-daemon.h>

namespace latchkey {

namespace {

struct PhaseName {
    const char* operator()(const phase::Connecting&) const { return "connecting"; }
    const char* operator()(const phase::ShowingCode&) const { return "showing a code"; }
    const char* operator()(const phase::PhoneHere&) const { return "a phone has opened the code"; }
    const char* operator()(const phase::ShowingNumber&) const { return "showing the number to match"; }
    const char* operator()(const phase::Approved&) const { return "approved"; }
    const char* operator()(const phase::Declined&) const { return "declined"; }
    const char* operator()(const phase::SignedIn&) const { return "signed in"; }
    const char* operator()(const phase::SigningOut&) const { return "signing out"; }
    const char* operator()(const phase::Goodbye&) const { return "signed out"; }
    const char* operator()(const phase::Away& away) const {
        return away.cause == phase::Away::Cause::Unreachable ? "the server cannot be reached"
                                                             : "the server's answers make no sense";
    }
    const char* operator()(const phase::Refused&) const { return "the server refuses this screen"; }
};

std::chrono::microseconds watchdog() {
    std::uint64_t longestSilence_us = 0;
    if (sd_watchdog_enabled(0, &longestSilence_us) <= 0) return {};
    return std::chrono::microseconds(longestSilence_us);
}

} // namespace

ServiceManager::ServiceManager(Scheduler& scheduler)
    : m_scheduler(scheduler),
      m_listening(qEnvironmentVariableIsSet("NOTIFY_SOCKET")),
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
    tell(std::string("STATUS=") + std::visit(PhaseName{}, phase));
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
