// Many times to come, each somebody's, and one descriptor that tells when the first of them has.
//
// The descriptor belongs into an epoll set, edge-triggered: it tells of each time once, and whoever is told
// calls takeDue(). Thread-safe; one mutex guards everything, the timers too, and is held for a moment only.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace latchkey {

class TimerQueue {
  public:
    using Id = std::uint64_t;
    using Time = std::chrono::steady_clock::time_point;

  private:
    struct Entry;
    using Entries = std::multimap<Time, Entry>;

  public:
    // One of the times, or none. Its owner calls clear() before it goes.
    class Timer {
        friend class TimerQueue;
        bool m_set = false;
        Entries::iterator m_place{};
    };

    TimerQueue();
    ~TimerQueue();
    TimerQueue(const TimerQueue&) = delete;
    TimerQueue& operator=(const TimerQueue&) = delete;

    int descriptor() const { return m_descriptor; }

    // Has the timer come at that time, or as it is set already, whichever is first.
    void setAtLatest(Timer& timer, Time when, Id id);
    void clear(Timer& timer);

    // The ids of those whose time has come, which are set no more. Not all at once: the descriptor tells of
    // the others.
    std::vector<Id> takeDue();

  private:
    struct Entry {
        Id id;
        Timer* timer;
    };

    void arm();

    int m_descriptor; // a timerfd
    std::mutex m_mutex;
    Entries m_entries;
    Time m_armed = Time::max(); // what the descriptor tells of next; max: nothing
};

} // namespace latchkey
