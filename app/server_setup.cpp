#include "app/server_setup.h"

#include <algorithm>

namespace latchkey {

using namespace std::chrono_literals;

namespace {

constexpr auto kPinPadFor = 20s; // without input

} // namespace

ServerSetup::ServerSetup(const FittingSettings& settings, const Appearance& appearance,
                         QDBusConnection systemBus, Scheduler& scheduler, EventLog& log)
    : m_scheduler(scheduler),
      m_log(log),
      m_output(QString::fromStdString(settings.output)),
      m_hasPin(!settings.operatorPin.empty()),
      m_browser(std::move(systemBus)),
      m_choice(m_browser, serverPinFile(settings.stateFolder), scheduler),
      m_window(appearance, QTime::currentTime()),
      m_pinGuard(settings.operatorPin, settings.pinAttemptsFile(), scheduler),
      m_pinView(new PinView(m_window.theme(), &m_window)),
      m_pinAttended(scheduler, kPinPadFor),
      m_corner(scheduler) {
    tellTheLog();
    SetupView& view = m_window.view();
    connect(&m_choice, &ServerChoice::changed, this, [this] { m_window.view().show(m_choice.phase()); });
    connect(&m_choice, &ServerChoice::trusted, this, &ServerSetup::trusted);
    connect(&view, &SetupView::chosen, &m_choice, &ServerChoice::choose);
    connect(&view, &SetupView::backRequested, &m_choice, &ServerChoice::back);
    connect(&view, &SetupView::trustRequested, this, [this] {
        if (m_hasPin) return askForPin(Purpose::Trust);
        m_choice.trust();
    });
    connect(&m_window, &SetupWindow::closeRequested, this, &ServerSetup::left);
    connect(m_pinView, &PinView::entered, this, &ServerSetup::tryPin);
    connect(m_pinView, &PinView::left, this, [this] {
        m_pinAttended.setEnabled(false);
        m_lockTick.cancel();
    });
    connect(&m_pinAttended, &InactivityTimer::expired, m_pinView, &PinView::leave);
    if (m_hasPin) {
        // Queued: the fifth tap belongs to what is below the pad.
        connect(
            &m_corner, &CornerGesture::made, this, [this] { askForPin(Purpose::Leave); },
            Qt::QueuedConnection);
    }
    m_browser.start();
}

void ServerSetup::tellTheLog() {
    m_log.info("kiosk.looking_for_server");
    connect(&m_browser, &ServiceBrowser::unavailable, this, [this](const QString& reason) {
        m_log.warning("kiosk.cannot_look", {{"reason", reason.toStdString()},
                                            {"fix", "install and start avahi-daemon, or set server"}});
    });
    connect(&m_browser, &ServiceBrowser::passedOver, this,
            [this](const QString& name, const QString& reason) {
                m_log.debug("kiosk.server_passed_over",
                            {{"name", name.toStdString()}, {"reason", reason.toStdString()}});
            });
    connect(&m_choice, &ServerChoice::trusted, this, [this](const TrustedServer& server) {
        m_log.info("kiosk.server_trusted",
                   {{"server", server.address.text()}, {"key", server.key ? server.key->groups() : "none"}});
    });
    connect(&m_pinGuard, &PinGuard::happened, this, [this](const QString& name, const QString& detail) {
        if (name == "operator_exit" && m_purpose == Purpose::Trust) return; // see kiosk.server_trusted
        m_log.warning("kiosk." + name.toStdString(), {{"detail", detail.toStdString()}});
    });
    connect(&m_pinGuard, &PinGuard::failed, this, [this](const QString& sentence) {
        m_log.warning("kiosk.pin_count_not_kept", {{"reason", sentence.toStdString()}});
    });
}

void ServerSetup::takeTheScreen() {
    m_screen = std::make_unique<WholeScreen>(m_window, m_output, m_scheduler);
    m_awake = std::make_unique<ScreenAwake>(QDBusConnection::sessionBus(), QDBusConnection::systemBus());
}

void ServerSetup::askForPin(Purpose purpose) {
    m_purpose = purpose;
    m_pinView->open();
    m_pinAttended.setEnabled(true);
    showLock();
}

void ServerSetup::tryPin(const PinDigits& pin) {
    switch (m_pinGuard.attempt(pin)) {
    case PinGuard::Answer::Right:
        m_pinView->leave();
        if (m_purpose == Purpose::Leave) return emit left();
        return m_choice.trust();
    case PinGuard::Answer::Wrong:
        return m_pinView->showWrong();
    case PinGuard::Answer::Locked:
        break;
    }
    showLock();
}

// Counts down while the pad is open.
void ServerSetup::showLock() {
    const auto left = m_pinGuard.lockedFor();
    if (left == left.zero()) return m_pinView->showReady();
    m_pinView->showLocked(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
    m_lockTick = m_scheduler.after(std::min<Scheduler::Duration>(left, 1s), [this] { showLock(); });
}

} // namespace latchkey
