#include "app/kiosk/night.h"

#include <utility>

namespace latchkey {

Night::Night(TimesOfDay times, MinuteOfDay clock, Scheduler& scheduler)
    : m_times(times), m_clock(std::move(clock)), m_scheduler(scheduler) {
    look();
}

void Night::look() {
    const bool isNow = contains(m_times, m_clock());
    m_next = m_scheduler.after(std::chrono::minutes(1), [this] { look(); });
    if (std::exchange(m_isNow, isNow) != isNow) emit changed(isNow);
}

} // namespace latchkey
