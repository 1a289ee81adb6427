// A scheduler whose time stands still until the test moves it. What is due at once comes from the event loop,
// as with the real one.
#pragma once

#include "app/client/scheduler.h"

#include <QTimer>

namespace latchkey {

class ManualScheduler : public Scheduler {
  public:
    ManualScheduler() {
        m_atOnce.setSingleShot(true);
        QObject::connect(&m_atOnce, &QTimer::timeout, [this] { advance(Duration::zero()); });
    }

    Instant now() const override { return m_now; }

    // Moves the time on and makes every call that falls due on the way, each at its own instant.
    void advance(Duration duration) {
        const Instant target = m_now + duration;
        while (const auto due = nextDue()) {
            if (*due > target) break;
            m_now = *due;
            runDue();
        }
        m_now = target;
    }

    // When the next call is due, from now.
    std::optional<Duration> untilNext() {
        const auto due = nextDue();
        return due ? std::optional(*due - m_now) : std::nullopt;
    }

    using Scheduler::arranged;

  protected:
    void rearm() override {
        if (const auto due = nextDue(); due && *due <= m_now) m_atOnce.start(0);
    }

  private:
    Instant m_now{std::chrono::hours(1)};
    QTimer m_atOnce;
};

} // namespace latchkey
