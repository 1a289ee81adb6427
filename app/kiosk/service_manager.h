// Tells the service manager that started the program (systemd) how it is, over sd_notify(3): that the screen
// can be seen, what is on it, that it still moves, and that it leaves.
//
// The beats for its watchdog come from the event loop of the thread that draws. A loop that hangs sends none,
// and the service manager ends the program and starts it again (WatchdogSec=). Without a service manager,
// which is to say without NOTIFY_SOCKET in the environment, nothing is sent and nothing is scheduled.
//
// Lives in the thread of its scheduler.
#pragma once

#include "app/client/login_phase.h"
#include "app/client/scheduler.h"

#include <QObject>

#include <chrono>
#include <string>

class QWidget;

namespace latchkey {

class ServiceManager : public QObject {
    Q_OBJECT

  public:
    // The scheduler has to outlive this.
    explicit ServiceManager(Scheduler& scheduler);

    // Whether one has started this program.
    static bool isThere();

    // The program is up: from now on it is watched.
    void ready();
    // The same, once that window has been drawn for the first time.
    void readyOnceDrawn(QWidget& window);

    // What "systemctl status" shows: the name of the phase. Never whose login it is.
    void report(const LoginPhase& phase);
    // The same for what comes before there is a login session: one line.
    void report(const std::string& status);

    // The program leaves by itself or because it was told to.
    void stopping();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void beat();
    void tell(const std::string& assignment) const;

    Scheduler& m_scheduler;
    bool m_listening = false;               // somebody does, at the other end
    std::chrono::microseconds m_watchdog{}; // the longest silence allowed; zero: nobody watches
    Scheduler::Call m_nextBeat;
};

} // namespace latchkey
