#include "server/http/timer_queue.h"

#include <algorithm>
#include <cerrno>
#include <sys/timerfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

// One thread is told of those, and others of the next.
constexpr std::size_t kMostAtOnce = 64;

// The steady clock is the system's CLOCK_MONOTONIC. A time that is over comes at once; 0 would be none.
itimerspec absolute(TimerQueue::Time when) {
    using namespace std::chrono;
    const auto since = std::max(when.time_since_epoch(), steady_clock::duration(1));
    const auto whole = duration_cast<seconds>(since);
    itimerspec timer{};
    timer.it_value.tv_sec = whole.count();
    timer.it_value.tv_nsec = duration_cast<nanoseconds>(since - whole).count();
    return timer;
}

} // namespace

TimerQueue::TimerQueue() : m_descriptor(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)) {
    if (m_descriptor < 0) throw std::system_error(errno, std::generic_category(), "timerfd_create");
}

TimerQueue::~TimerQueue() {
    ::close(m_descriptor);
}

void TimerQueue::setAtLatest(Timer& timer, Time when, Id id) {
    const std::lock_guard lock(m_mutex);
    if (!timer.m_set) {
        timer.m_place = m_entries.emplace(when, Entry{id, &timer});
        timer.m_set = true;
    } else if (when < timer.m_place->first) {
        auto entry = m_entries.extract(timer.m_place);
        entry.key() = when;
        timer.m_place = m_entries.insert(std::move(entry));
    } else {
        return;
    }
    if (when < m_armed) arm();
}

// The descriptor may tell for nothing then.
void TimerQueue::clear(Timer& timer) {
    const std::lock_guard lock(m_mutex);
    if (std::exchange(timer.m_set, false)) m_entries.erase(timer.m_place);
}

std::vector<TimerQueue::Id> TimerQueue::takeDue() {
    const std::lock_guard lock(m_mutex);
    const Time now = std::chrono::steady_clock::now();
    std::vector<Id> due;
    while (!m_entries.empty() && m_entries.begin()->first <= now && due.size() < kMostAtOnce) {
        due.push_back(m_entries.begin()->second.id);
        m_entries.begin()->second.timer->m_set = false;
        m_entries.erase(m_entries.begin());
    }
    arm();
    return due;
}

// For the first of all. What it has told of is forgotten with that.
void TimerQueue::arm() {
    m_armed = m_entries.empty() ? Time::max() : m_entries.begin()->first;
    const itimerspec timer = m_entries.empty() ? itimerspec() : absolute(m_armed);
    ::timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &timer, nullptr);
}

} // namespace latchkey
