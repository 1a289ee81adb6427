#include "app/settings_trouble.h"

#include <utility>

namespace latchkey {

SettingsTrouble::SettingsTrouble(const std::string& problem, Look look, Scheduler& scheduler)
    : m_look(std::move(look)), m_scheduler(scheduler), m_corner(scheduler) {
    connect(&m_corner, &CornerGesture::made, this, &SettingsTrouble::left);
    show(problem);
}

void SettingsTrouble::takeTheScreen() {
    m_screen = std::make_unique<WholeScreen>(m_window, QString(), m_scheduler);
}

void SettingsTrouble::show(const std::string& problem) {
    m_problem = problem;
    m_nextLook = m_scheduler.now() + kLooksAgainAfter;
    m_window.showProblem(QString::fromStdString(problem), m_nextLook, m_scheduler.now());
    m_nextTick = m_scheduler.after(std::chrono::seconds(1), [this] { tick(); });
}

void SettingsTrouble::tick() {
    if (m_scheduler.now() < m_nextLook) {
        m_window.tick(m_scheduler.now());
        m_nextTick = m_scheduler.after(std::chrono::seconds(1), [this] { tick(); });
        return;
    }
    const auto problem = m_look();
    if (!problem) return emit mended();
    const bool another = *problem != m_problem;
    show(*problem);
    if (another) emit changed(QString::fromStdString(*problem));
}

} // namespace latchkey
