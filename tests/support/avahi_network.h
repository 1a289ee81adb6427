// A machine's message bus and its avahi-daemon, on a network of the test's own (own_network.sh).
#pragma once

#include "tests/support/temporary_folder.h"
#include "tests/support/test_certificate.h"

#include <QByteArrayList>
#include <QDBusConnection>
#include <QList>
#include <QProcess>
#include <QString>
#include <QVariant>

#include <memory>

namespace latchkey {

class AvahiNetwork {
  public:
    // Why there is no such network, for QSKIP. Empty: there is one.
    static QByteArray missing();

    // From now on the bus is the system's for this process and for those that it starts. Nothing runs on it
    // yet.
    AvahiNetwork();
    // Ends both.
    ~AvahiNetwork();
    AvahiNetwork(const AvahiNetwork&) = delete;
    AvahiNetwork& operator=(const AvahiNetwork&) = delete;

    const QDBusConnection& bus() const { return *m_connection; }

    // Returns when it can be asked; fails the test when it does not come up. The machine's name is "lobby".
    void startDaemon();
    // Returns what it said.
    QByteArray stopDaemon();

    // A stranger announces a Latchkey server, until the daemon stops. Fails the test where that name is
    // taken.
    void announce(const QString& name, const QByteArrayList& txt) const;

    // What is announced under that name, its strings as they are on the wire. None: nothing is.
    struct Service {
        int port = 0;
        QByteArrayList txt;
    };
    Service service(const QString& name) const;

    // Every program on this machine that asks the system for its authorities has this one, and no other.
    static void trust(const TestAuthority& authority);

  private:
    // Calls the daemon. No arguments: it says no, which is in the test's output.
    QList<QVariant> ask(const QString& path, const QString& interface, const QString& method,
                        const QList<QVariant>& arguments = {}) const;

    TemporaryFolder m_folder;
    QProcess m_bus;
    QProcess m_daemon;
    QByteArray m_daemonSaid;
    std::unique_ptr<QDBusConnection> m_connection;
};

} // namespace latchkey
