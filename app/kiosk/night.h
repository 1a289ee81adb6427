// A part of the day, as in "22:00-06:00", and when it begins and ends.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string_view>

namespace latchkey {

// Minutes since midnight, 0 to 1439. Where until is before from, it lasts past midnight.
struct TimesOfDay {
    int from = 0;  // the first minute within
    int until = 0; // the first one after
    bool operator==(const TimesOfDay&) const = default;
};

// "HH:MM-HH:MM", two different times; nothing for anything else.
std::optional<TimesOfDay> parseTimesOfDay(std::string_view text);

bool contains(const TimesOfDay& times, int minute);

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
