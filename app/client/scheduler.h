// What time it is and "call me later", passed in, so that everything that waits can be tested without
// waiting.
//
// Instants count from some moment in the past that means nothing. They never jump, and they go on while the
// machine sleeps: a code that expired during the night is expired in the morning. One thread owns a scheduler
// and everything that was scheduled with it.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace latchkey {

class Scheduler {
  public:
    using Duration = std::chrono::milliseconds;
    using Instant = std::chrono::time_point<Scheduler, Duration>;

  private:
    struct Entry;

  public:
    // A call that has been arranged. Destroying or assigning to it calls it off; it may outlive the
    // scheduler.
    class Call {
      public:
        Call() = default;
        bool pending() const;
        void cancel() { m_entry.reset(); }

      private:
        friend class Scheduler;
        explicit Call(std::shared_ptr<Entry> entry) : m_entry(std::move(entry)) {}
        std::shared_ptr<Entry> m_entry;
    };

    Scheduler() = default;
    virtual ~Scheduler() = default;
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    virtual Instant now() const = 0;

    // Calls back once, from the event loop, never from within after(); at once when delay is not positive.
    // Calls that are due at the same instant come in the order they were arranged.
    [[nodiscard]] Call after(Duration delay, std::function<void()> callback);

  protected:
    // When the next call is due; nothing if none is arranged.
    std::optional<Instant> nextDue();
    // When each call that is arranged is due, soonest first; without those that were called off.
    std::vector<Instant> arranged() const;
    // Makes the calls that are due by now. A call arranged meanwhile waits for the next round.
    void runDue();
    // Tells the implementation that nextDue() has come nearer.
    virtual void rearm() {}

  private:
    std::multimap<Instant, std::weak_ptr<Entry>> m_queue;
};

} // namespace latchkey
