// How a screen without a server comes to one: it looks, somebody chooses, the server shows its key, somebody
// says yes, and from then on it is pinned (server_pin.h). Nothing is trusted on the way, and nothing but a
// handshake goes to a server before that yes.
#pragma once

#include "app/client/scheduler.h"
#include "app/discovery/key_probe.h"
#include "app/discovery/server_pin.h"
#include "app/discovery/service_browser.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <variant>
#include <vector>

namespace latchkey {

// Where the choice stands.
namespace choice {

// Nobody to ask for servers: no avahi-daemon.
struct Deaf {};
// The servers there are; none: it goes on looking.
struct Offering {
    std::vector<AnnouncedServer> servers;
};
// The one that was chosen is asked for its key.
struct Checking {
    AnnouncedServer server;
};
// Whether to trust it. What would be pinned is what was seen, not what was announced.
struct Asking {
    AnnouncedServer server;
    TrustedServer seen;
};
// It cannot be trusted.
struct Refused {
    enum class Cause {
        NoConnection, // no TLS that the machine's authorities vouch for
        AnotherKey,   // not the one that it announced
        NotKept,      // it was trusted, and that cannot be remembered
    };
    AnnouncedServer server;
    Cause cause;
    std::string detail; // for whoever looks after the screen
};

} // namespace choice

using ChoicePhase =
    std::variant<choice::Deaf, choice::Offering, choice::Checking, choice::Asking, choice::Refused>;

class ServerChoice : public QObject {
    Q_OBJECT

  public:
    // pinFile: see serverPinFile(). The others have to outlive this.
    ServerChoice(ServiceBrowser& browser, std::filesystem::path pinFile, Scheduler& scheduler);

    const ChoicePhase& phase() const { return m_phase; }

    // One of the servers that are offered.
    void choose(const AnnouncedServer& server);
    // Yes, to what is asked.
    void trust();
    // Back to what there is to choose from.
    void back();

  signals:
    void changed();
    // It is pinned.
    void trusted(const TrustedServer& server);

  private:
    void offer();
    void enter(ChoicePhase phase);
    void onKey(const AnnouncedServer& server, const Result<KeyFingerprint, std::string>& key);

    ServiceBrowser& m_browser;
    std::filesystem::path m_pinFile;
    Scheduler& m_scheduler;
    std::unique_ptr<KeyProbe> m_probe;
    ChoicePhase m_phase;
};

} // namespace latchkey
