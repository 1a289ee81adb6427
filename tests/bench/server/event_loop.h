// What plays many clients in one thread: sockets that are ready, and times that come.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>

namespace latchkey::bench {

using Clock = std::chrono::steady_clock;

class EventLoop {
  public:
    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    // One of the loop's sockets, level-triggered. It has to be taken out before it is gone.
    class Watcher {
      public:
        virtual ~Watcher() = default;
        virtual void onReady(bool readable, bool writable) = 0;
    };
    void add(int socket, Watcher& watcher, bool wantsWrite);
    void change(int socket, Watcher& watcher, bool wantsWrite);
    void remove(int socket);

    using Timer = std::multimap<Clock::time_point, std::function<void()>>::iterator;
    Timer at(Clock::time_point time, std::function<void()> call);
    void cancel(Timer timer) { m_timers.erase(timer); } // one that has not come yet

    void runUntil(Clock::time_point end);
    // Until it holds; looks after every round. False at the end.
    bool runUntil(Clock::time_point end, const std::function<bool()>& holds);

  private:
    void round(Clock::time_point end);

    int m_epoll;
    std::multimap<Clock::time_point, std::function<void()>> m_timers;
};

} // namespace latchkey::bench
