// The kiosk alone on a screen, as packaging/kiosk starts it: by latchkey-kiosk-session, with a display server
// of its own. On Wayland that is the compositor cage, whose panel is an X server of the test; on X11 it is
// Xvfb in the place of Xorg.
#pragma once

#include "tests/e2e/kiosk/x_display.h"
#include "tests/support/temporary_folder.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <memory>
#include <sys/types.h>

namespace latchkey {

class KioskSession {
  public:
    enum class Kind { Wayland, X11 };

    // The arguments are the kiosk's. Returns when the kiosk has been started, or the session has ended.
    KioskSession(Kind kind, const QStringList& arguments);
    // Asks the session to end, and waits until it has.
    ~KioskSession();
    KioskSession(const KioskSession&) = delete;
    KioskSession& operator=(const KioskSession&) = delete;

    // What a person has before them. The kiosk has been started.
    const XDisplay& panel() const { return *m_panel; }

    bool running() const { return m_session.state() == QProcess::Running; }
    // The kiosk's process; 0 before it has started.
    pid_t kiosk() const;
    // SIGTERM to the session, as systemctl stop does.
    void terminate() { m_session.terminate(); }
    // Waits until the session is gone; its exit status, -1 if it was ended or does not go.
    int waitForEnd();

    // What the display server and the kiosk wrote to standard error so far.
    const QByteArray& log();

  private:
    // The session's own, with what it knows of its kiosk; empty before there is one.
    QString folder() const;

    TemporaryFolder m_folder; // XDG_RUNTIME_DIR: for one account only, and its name short enough for sockets
    std::unique_ptr<XDisplay> m_panel;
    QProcess m_session;
    QByteArray m_log;
};

} // namespace latchkey
