#include "app/settings_watch.h"

#include <utility>

namespace latchkey {

SettingsWatch::SettingsWatch(std::string problem, Look look, Scheduler& scheduler)
    : m_problem(std::move(problem)), m_look(std::move(look)), m_scheduler(scheduler) {
    wait();
}

void SettingsWatch::wait() {
    m_nextLook = m_scheduler.now() + kLooksAgainAfter;
    m_next = m_scheduler.after(kLooksAgainAfter, [this] { look(); });
}

void SettingsWatch::look() {
    auto problem = m_look();
    if (!problem) return emit mended();
    const bool another = *problem != m_problem;
    m_problem = *std::move(problem);
    wait();
    emit looked(another);
}

} // namespace latchkey
