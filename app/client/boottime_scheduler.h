// The real scheduler: CLOCK_BOOTTIME, through one timerfd watched by Qt's event loop.
//
// Qt's own timers stand still while the machine is suspended (CLOCK_MONOTONIC), so that after a night's
// sleep a dead code would stay on the screen for the rest of its time. This one is due the moment it wakes.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>
#include <QSocketNotifier>

namespace latchkey {

class BoottimeScheduler : public QObject, public Scheduler {
    Q_OBJECT

  public:
    // Throws std::system_error when the machine has no timer or file descriptor left.
    BoottimeScheduler();
    ~BoottimeScheduler() override;

    Instant now() const override;

  protected:
    void rearm() override;

  private:
    void onTimer();

    int m_timer;
    QSocketNotifier m_notifier;
};

} // namespace latchkey
