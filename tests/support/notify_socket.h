// The service manager's end of sd_notify(3): a datagram socket that NOTIFY_SOCKET names while this exists.
// Every account can reach it, as it can systemd's.
#pragma once

#include <QByteArray>
#include <QList>
#include <QTest>

#include <cstddef>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace latchkey {

class NotifySocket {
  public:
    NotifySocket() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        socklen_t size = sizeof address.sun_family; // no name: the kernel picks a free abstract one
        auto* name = reinterpret_cast<sockaddr*>(&address);
        QVERIFY(::bind(m_descriptor, name, size) == 0);
        size = sizeof address;
        QVERIFY(::getsockname(m_descriptor, name, &size) == 0);
        const auto length = static_cast<qsizetype>(size - offsetof(sockaddr_un, sun_path));
        qputenv("NOTIFY_SOCKET", '@' + QByteArray(address.sun_path, length).mid(1));
    }
    ~NotifySocket() {
        qunsetenv("NOTIFY_SOCKET");
        ::close(m_descriptor);
    }
    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    // What has come since the last call. A datagram is here as soon as its sender has sent it.
    QList<QByteArray> received() {
        QList<QByteArray> messages;
        char text[1024];
        for (;;) {
            const ssize_t size = ::recv(m_descriptor, text, sizeof text, MSG_DONTWAIT);
            if (size < 0) return messages;
            messages.append(QByteArray(text, size));
        }
    }

  private:
    int m_descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

} // namespace latchkey
