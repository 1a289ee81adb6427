// Wakes those who wait for something to change: a session or a typed code, each by its name. Thread-safe; one
// mutex guards everything, the watches too.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

class ChangeSignal {
  public:
    // Notices every change of one name, from the moment it is made. Make it before looking at the state that
    // is waited for: a change in between is not missed. The signal has to outlive it.
    class Watch {
      public:
        Watch(ChangeSignal& signal, std::string name);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

        bool changed() const;
        // Returns when the name has changed, or at the deadline.
        void wait(std::chrono::steady_clock::time_point deadline);
        // Calls that once, and the one before no more: when the name changes, or now if it has. Called under
        // the signal's mutex, so that nobody is called once the watch is gone; it must not come back here.
        void onChange(std::function<void()> call);

      private:
        friend class ChangeSignal;
        void notice();

        ChangeSignal& m_signal;
        std::multimap<std::string, Watch*, std::less<>>::iterator m_place;
        bool m_changed;
        std::function<void()> m_call;
    };

    // That one changed.
    void raise(std::string_view name);
    // Anything may have changed.
    void raiseAll();

    // Nobody waits any more, now or later: the server stops.
    void close();
    bool closed() const;

    // The names that are waited for, as often as they are.
    std::vector<std::string> watched() const;

  private:
    mutable std::mutex m_mutex;
    std::condition_variable m_noticed;
    std::multimap<std::string, Watch*, std::less<>> m_watches;
    bool m_closed = false;
};

// What is to be waited for before it is worth another look: a change, or a time.
struct PendingChange {
    std::shared_ptr<ChangeSignal::Watch> watch;
    std::chrono::steady_clock::time_point until;
};

} // namespace latchkey
