#include "app/server_setup.h"

#include "app/views/setup_face.h"

namespace latchkey {

ServerSetup::ServerSetup(const FittingSettings& settings, const Appearance& appearance,
                         const LobbyParts& parts, QDBusConnection systemBus, EventLog& log)
    : m_log(log),
      m_browser(std::move(systemBus)),
      m_choice(m_browser, serverPinFile(settings.stateFolder), parts.scheduler),
      m_window(parts, appearance, [this](const FaceSetting& setting) { return makeFace(setting); }),
      m_screen(settings, m_window, parts.scheduler, log),
      m_pinPrompt(settings, parts.scheduler, log, m_window.theme(), m_window) {
    tellTheLog();
    connect(&m_choice, &ServerChoice::trusted, this, &ServerSetup::trusted);
    connect(&m_window, &LobbyWindow::closeRequested, this, &ServerSetup::left);
    connect(&m_window, &LobbyWindow::faceChanged, this, [this] { m_pinPrompt.dress(m_window.theme()); });
    connect(&m_pinPrompt, &PinPrompt::announced, &m_window, &LobbyWindow::announce);
    connect(&m_pinPrompt, &PinPrompt::leaveRequested, this, &ServerSetup::left);
    m_browser.start();
}

std::unique_ptr<LobbyFace> ServerSetup::makeFace(const FaceSetting& setting) {
    auto face = std::make_unique<SetupFace>(setting, m_choice);
    connect(face.get(), &SetupFace::trustRequested, this, &ServerSetup::onYes);
    return face;
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
}

// The operator's to say, where there is one.
void ServerSetup::onYes() {
    if (!m_pinPrompt.hasPin()) return m_choice.trust();
    m_pinPrompt.ask([this] { m_choice.trust(); });
}

} // namespace latchkey
