// When a part of the day begins and ends.
#pragma once

#include "app/client/scheduler.h"
#include "app/times_of_day.h"

#include <QObject>

#include <functional>

namespace latchkey {

class Night : public QObject {
    Q_OBJECT

  public:
    // What the clock on the wall shows, in minutes since midnight.
    using MinuteOfDay = std::function<int()>;

    // The scheduler has to outlive this. Looks at the clock once a minute, since it may be set.
    Night(TimesOfDay times, MinuteOfDay clock, Scheduler& scheduler);

    bool isNow() const { return m_isNow; }

  signals:
    void changed(bool isNow);

  private:
    void look();

    TimesOfDay m_times;
    MinuteOfDay m_clock;
    Scheduler& m_scheduler;
    bool m_isNow = false;
    Scheduler::Call m_next;
};

} // namespace latchkey
