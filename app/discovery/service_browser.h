// Which Latchkey servers announce themselves on the network (DNS-SD, RFC 6763), as this machine's
// avahi-daemon hears them: asked over the system's message bus, interface org.freedesktop.Avahi.
//
// It looks for as long as it lives, and follows what each server says of itself. Where no daemon runs it says
// so and waits for one; one that restarts is asked again. What is announced wrongly is passed over.
#pragma once

#include "common/server_announcement.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QObject>

#include <map>
#include <tuple>
#include <vector>

namespace latchkey {

// What one of them says of itself.
struct AnnouncedServer {
    QString name; // for people; anybody can call themselves anything
    ServerAnnouncement says;
};

class ServiceBrowser : public QObject {
    Q_OBJECT

  public:
    // bus: the system's.
    explicit ServiceBrowser(QDBusConnection bus);
    ~ServiceBrowser() override;

    void start();

    // Each once, however many interfaces it is heard on; in the order of their names.
    std::vector<AnnouncedServer> servers() const;
    // Whether there is somebody to hear announcements.
    bool working() const { return m_working; }

  signals:
    // servers() or working() is another.
    void changed();
    // Every server that answered at once is there.
    void settled();
    // For a debug line: who announces something that is no server, and why.
    void passedOver(const QString& name, const QString& reason);
    // For a log line: nothing can be heard, and why.
    void unavailable(const QString& reason);

  private slots:
    void onItemNew(const QDBusMessage& message);
    void onItemRemove(const QDBusMessage& message);
    void onAllForNow();
    void onFound(const QDBusMessage& message);
    void onFailure(const QDBusMessage& message);

  private:
    // One announcement on one network.
    struct Place {
        int interface = 0;
        int protocol = 0;
        QString name;
        QString domain;

        bool operator<(const Place& other) const {
            return std::tie(interface, protocol, name, domain) <
                   std::tie(other.interface, other.protocol, other.name, other.domain);
        }
    };
    static Place placeIn(const QDBusMessage& message);

    // What tells of it, in the daemon.
    struct Resolver {
        int number = 0; // of the question that asked for it
        QString path;   // empty: not known yet
        bool answered = false;
    };

    void browse();
    void resolve(const Place& place);
    void drop(const Place& place);
    void free(const QString& path, const QString& interface);
    void passOver(const Place& place, const QString& reason);
    void settleWhenResolved();
    void stopWorking(const QString& reason);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_daemon;
    std::map<Place, ServerAnnouncement> m_heard;
    std::map<Place, Resolver> m_resolvers; // of all that are still there
    QString m_browser;                     // its path in the daemon; empty: none
    int m_questions = 0;
    bool m_allForNow = false;
    bool m_working = true; // until it turns out otherwise
};

} // namespace latchkey
