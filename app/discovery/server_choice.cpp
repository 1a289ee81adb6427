#include "app/discovery/server_choice.h"

namespace latchkey {

ServerChoice::ServerChoice(ServiceBrowser& browser, std::filesystem::path pinFile, Scheduler& scheduler)
    : m_browser(browser),
      m_pinFile(std::move(pinFile)),
      m_scheduler(scheduler),
      m_phase(choice::Offering{browser.servers()}) {
    // Whoever is being asked about a server is not interrupted by news of others.
    connect(&browser, &ServiceBrowser::changed, this, [this] {
        if (std::holds_alternative<choice::Deaf>(m_phase) ||
            std::holds_alternative<choice::Offering>(m_phase))
            offer();
    });
}

void ServerChoice::offer() {
    m_probe.reset();
    if (m_browser.working()) return enter(choice::Offering{m_browser.servers()});
    enter(choice::Deaf{});
}

void ServerChoice::enter(ChoicePhase phase) {
    m_phase = std::move(phase);
    emit changed();
}

void ServerChoice::choose(const AnnouncedServer& server) {
    if (!std::holds_alternative<choice::Offering>(m_phase)) return;
    if (!server.says.url.secure())
        return enter(choice::Asking{server, TrustedServer{server.says.url, std::nullopt}});
    m_probe = std::make_unique<KeyProbe>(
        server.says.url, m_scheduler,
        [this, server](const Result<KeyFingerprint, std::string>& key) { onKey(server, key); });
    enter(choice::Checking{server});
}

void ServerChoice::onKey(const AnnouncedServer& server, const Result<KeyFingerprint, std::string>& key) {
    using Cause = choice::Refused::Cause;
    const std::unique_ptr<KeyProbe> answered = std::move(m_probe); // until this is done
    if (!key) return enter(choice::Refused{server, Cause::NoConnection, key.error()});
    if (server.says.key && *server.says.key != *key)
        return enter(choice::Refused{server, Cause::AnotherKey, key->groups()});
    enter(choice::Asking{server, TrustedServer{server.says.url, *key}});
}

void ServerChoice::trust() {
    const auto* asking = std::get_if<choice::Asking>(&m_phase);
    if (!asking) return;
    const TrustedServer server = asking->seen;
    if (const auto written = writeServerPin(m_pinFile, server); !written)
        return enter(choice::Refused{asking->server, choice::Refused::Cause::NotKept, written.error()});
    emit trusted(server);
}

void ServerChoice::back() {
    offer();
}

} // namespace latchkey
