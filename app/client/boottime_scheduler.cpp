#include "app/client/boottime_scheduler.h"

#include <cerrno>
#include <sys/timerfd.h>
#include <system_error>
#include <unistd.h>

namespace latchkey {

namespace {

int makeTimer() {
    const int timer = timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (timer < 0) throw std::system_error(errno, std::generic_category(), "timerfd_create");
    return timer;
}

timespec toTimespec(Scheduler::Instant instant) {
    const auto sinceBoot = instant.time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(sinceBoot);
    const std::chrono::nanoseconds rest = sinceBoot - seconds;
    return {.tv_sec = static_cast<time_t>(seconds.count()), .tv_nsec = static_cast<long>(rest.count())};
}

} // namespace

BoottimeScheduler::BoottimeScheduler() : m_timer(makeTimer()), m_notifier(m_timer, QSocketNotifier::Read) {
    connect(&m_notifier, &QSocketNotifier::activated, this, &BoottimeScheduler::onTimer);
}

BoottimeScheduler::~BoottimeScheduler() {
    m_notifier.setEnabled(false);
    close(m_timer);
}

Scheduler::Instant BoottimeScheduler::now() const {
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    const auto sinceBoot = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    return Instant(std::chrono::floor<Duration>(sinceBoot));
}

void BoottimeScheduler::rearm() {
    itimerspec alarm{}; // all zero: disarmed
    if (const auto due = nextDue()) {
        alarm.it_value = toTimespec(*due);
        if (alarm.it_value.tv_sec == 0 && alarm.it_value.tv_nsec == 0) alarm.it_value.tv_nsec = 1;
    }
    timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &alarm, nullptr);
}

void BoottimeScheduler::onTimer() {
    std::uint64_t expirations = 0;
    [[maybe_unused]] const ssize_t drained = read(m_timer, &expirations, sizeof expirations);
    runDue();
    rearm();
}

} // namespace latchkey
