// Keeps the screen from going dark and the machine from going to sleep, by asking everybody who might do it:
// the desktop portal (org.freedesktop.portal.Inhibit) or, without one, org.freedesktop.ScreenSaver; and
// logind (org.freedesktop.login1.Manager.Inhibit, "idle:sleep", "block"). One that starts again is asked
// again.
//
// A machine without them, or without D-Bus, is no error: then nobody is there to darken it, or its own
// settings have to say so (xset s off -dpms).
#pragma once

#include <QDBusConnection>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <functional>

namespace latchkey {

class ScreenAwake : public QObject {
    Q_OBJECT

  public:
    // The session's and the system's bus. Keeps the screen awake as long as this lives.
    ScreenAwake(QDBusConnection session, QDBusConnection system);
    ~ScreenAwake() override;

  signals:
    // Who has promised: portal, screensaver or logind.
    void held(const QString& by);
    // Who does not, and why: for a debug line.
    void unavailable(const QString& who, const QString& reason);

  private:
    void askPortal();
    void askScreenSaver();
    void askLogind();
    void ask(const QString& who, QDBusConnection bus, const QDBusMessage& call,
             std::function<void(const QDBusMessage&)> onPromise, std::function<void()> otherwise = {});

    QDBusConnection m_session;
    QDBusConnection m_system;
    QDBusServiceWatcher m_sessionServices;
    QDBusServiceWatcher m_systemServices;
    QString m_portalRequest; // to close
    uint m_cookie = 0;       // to give back; 0: none
    QDBusUnixFileDescriptor m_lock;
};

} // namespace latchkey
