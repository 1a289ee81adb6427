// The kiosk alone on a Wayland screen, as packaging/kiosk starts it: by latchkey-kiosk-session, in the
// compositor cage, whose panel is the X server of the test.
#pragma once

#include "tests/e2e/kiosk/virtual_display.h"
#include "tests/support/temporary_folder.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <sys/types.h>

namespace latchkey {

class CageSession {
  public:
    static constexpr QSize kPanel{1024, 768}; // what cage opens on an X server

    // The arguments are the kiosk's. The display has to outlive this. Fails the test when it does not start.
    CageSession(const VirtualDisplay& display, const QStringList& arguments);
    // Asks the session to end, and waits until it has.
    ~CageSession();
    CageSession(const CageSession&) = delete;
    CageSession& operator=(const CageSession&) = delete;

    bool running() const { return m_session.state() == QProcess::Running; }
    // The kiosk's process; 0 before it has started.
    pid_t kiosk() const;
    // SIGTERM to the session, as systemctl stop does.
    void terminate() { m_session.terminate(); }
    // Waits until the session is gone; its exit status, -1 if it was ended or does not go.
    int waitForEnd();

    // What cage and the kiosk wrote to standard error so far.
    const QByteArray& log();

  private:
    TemporaryFolder m_folder; // XDG_RUNTIME_DIR: for one account only, and its name short enough for sockets
    QProcess m_session;
    QByteArray m_log;
};

} // namespace latchkey
