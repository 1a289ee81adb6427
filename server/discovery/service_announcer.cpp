#include "server/discovery/service_announcer.h"

#include <avahi-client/client.h>
#include <avahi-client/publish.h>
#include <avahi-common/alternative.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/strlst.h>
#include <avahi-common/thread-watch.h>

namespace latchkey {

namespace {

struct FreeList {
    void operator()(AvahiStringList* list) const { avahi_string_list_free(list); }
};
using StringList = std::unique_ptr<AvahiStringList, FreeList>;

// Avahi's lists have the last string first, and so does what it is given: on the wire the first comes first.
StringList listOf(const std::vector<std::string>& strings) {
    AvahiStringList* list = nullptr;
    for (const std::string& text : strings) {
        list = avahi_string_list_add_arbitrary(list, reinterpret_cast<const std::uint8_t*>(text.data()),
                                               text.size());
    }
    return StringList(list);
}

} // namespace

// Avahi's thread calls back into it; every other call holds that thread's lock.
class ServiceAnnouncer::Publication {
  public:
    Publication(ServerAnnouncement announcement, std::uint16_t port, EventLog& log)
        : m_announcement(std::move(announcement)), m_port(port), m_log(log) {}

    ~Publication() {
        if (!m_poll) return;
        avahi_threaded_poll_stop(m_poll);
        dropClient();
        avahi_threaded_poll_free(m_poll);
    }

    Publication(const Publication&) = delete;
    Publication& operator=(const Publication&) = delete;

    void begin() {
        m_poll = avahi_threaded_poll_new();
        if (!m_poll) return complain("this machine has no memory or file descriptor left for it");
        connect();
        avahi_threaded_poll_start(m_poll);
    }

    void change(ServerAnnouncement announcement) {
        if (!m_poll) return;
        avahi_threaded_poll_lock(m_poll);
        const bool another = announcement != m_announcement;
        m_announcement = std::move(announcement);
        if (another && m_client && avahi_client_get_state(m_client) == AVAHI_CLIENT_S_RUNNING) {
            if (m_group) avahi_entry_group_reset(m_group);
            publish();
        }
        avahi_threaded_poll_unlock(m_poll);
    }

  private:
    void connect() {
        int error = 0;
        // Its first call back comes from within this one.
        m_client =
            avahi_client_new(avahi_threaded_poll_get(m_poll), AVAHI_CLIENT_NO_FAIL, onClient, this, &error);
        if (!m_client) complain(avahi_strerror(error));
    }

    void dropClient() {
        if (m_client) avahi_client_free(m_client); // and the group with it
        m_client = nullptr;
        m_group = nullptr;
    }

    static void onClient(AvahiClient* client, AvahiClientState state, void* self) {
        auto& publication = *static_cast<Publication*>(self);
        publication.m_client = client;
        publication.follow(state);
    }

    void follow(AvahiClientState state) {
        switch (state) {
        case AVAHI_CLIENT_S_RUNNING:
            return publish();
        case AVAHI_CLIENT_S_COLLISION:
        case AVAHI_CLIENT_S_REGISTERING:
            // The machine's name changes: what was announced goes with it, and comes again once it is set.
            if (m_group) avahi_entry_group_reset(m_group);
            return;
        case AVAHI_CLIENT_CONNECTING:
            // No warning: whoever names the server in each kiosk's settings needs no daemon.
            return m_log.info(
                "server.not_announced",
                {{"reason", "avahi-daemon does not run"},
                 {"fix", "install and start it, or name this server in each kiosk's settings"}});
        case AVAHI_CLIENT_FAILURE:
            break;
        }
        const int error = avahi_client_errno(m_client);
        // A daemon that went away took the connection with it; another one waits for the next.
        if (error != AVAHI_ERR_DISCONNECTED) return complain(avahi_strerror(error));
        dropClient();
        connect();
    }

    void publish() {
        if (!m_group) m_group = avahi_entry_group_new(m_client, onGroup, this);
        if (!m_group) return complain(avahi_strerror(avahi_client_errno(m_client)));
        if (m_name.empty()) m_name = std::string("Latchkey on ") + avahi_client_get_host_name(m_client);
        const auto txt = m_announcement.toTxt();
        if (!txt) return complain(txt.error());
        const StringList strings = listOf(*txt);
        int error = AVAHI_ERR_COLLISION;
        for (int attempt = 0; error == AVAHI_ERR_COLLISION && attempt < kMostNames; ++attempt) {
            if (attempt > 0) takeAnotherName();
            error = avahi_entry_group_add_service_strlst(
                m_group, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, static_cast<AvahiPublishFlags>(0),
                m_name.c_str(), kServiceType, nullptr, nullptr, m_port, strings.get());
        }
        if (error >= 0) error = avahi_entry_group_commit(m_group);
        if (error < 0) complain(avahi_strerror(error));
    }

    static void onGroup(AvahiEntryGroup* group, AvahiEntryGroupState state, void* self) {
        auto& publication = *static_cast<Publication*>(self);
        publication.m_group = group;
        switch (state) {
        case AVAHI_ENTRY_GROUP_ESTABLISHED:
            return publication.sayAnnounced();
        case AVAHI_ENTRY_GROUP_COLLISION:
            publication.takeAnotherName();
            avahi_entry_group_reset(group);
            return publication.publish();
        case AVAHI_ENTRY_GROUP_FAILURE:
            return publication.complain(avahi_strerror(avahi_client_errno(publication.m_client)));
        case AVAHI_ENTRY_GROUP_UNCOMMITED:
        case AVAHI_ENTRY_GROUP_REGISTERING:
            return;
        }
    }

    // "Latchkey on lobby" becomes "Latchkey on lobby #2".
    void takeAnotherName() {
        char* other = avahi_alternative_service_name(m_name.c_str());
        m_name = other;
        avahi_free(other);
    }

    void sayAnnounced() const {
        const std::string key = m_announcement.key ? m_announcement.key->groups() : "none";
        m_log.info("server.announced", {{"name", m_name}, {"url", m_announcement.url.text()}, {"key", key}});
    }

    void complain(const std::string& reason) const {
        m_log.warning("server.not_announced",
                      {{"reason", reason}, {"fix", "name this server in each kiosk's settings"}});
    }

    static constexpr int kMostNames = 20; // this many servers on one machine have to do

    ServerAnnouncement m_announcement;
    std::uint16_t m_port;
    EventLog& m_log;
    std::string m_name; // empty: not known before the machine's is
    AvahiThreadedPoll* m_poll = nullptr;
    AvahiClient* m_client = nullptr;
    AvahiEntryGroup* m_group = nullptr; // the client's
};

ServiceAnnouncer::ServiceAnnouncer(ServerAnnouncement announcement, std::uint16_t port, EventLog& log)
    : m_publication(std::make_unique<Publication>(std::move(announcement), port, log)) {
    m_publication->begin();
}

ServiceAnnouncer::~ServiceAnnouncer() = default;

void ServiceAnnouncer::change(ServerAnnouncement announcement) {
    m_publication->change(std::move(announcement));
}

} // namespace latchkey
