// Settings that cannot be used, looked at again every few seconds, so that mending them is all there is to
// do.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>

namespace latchkey {

class SettingsWatch : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kLooksAgainAfter{10};

    // Reads the settings again: what is wrong with them, or nothing.
    using Look = std::function<std::optional<std::string>()>;

    // The scheduler has to outlive this.
    SettingsWatch(std::string problem, Look look, Scheduler& scheduler);

    // What is wrong: a sentence that names the place and the fix.
    const std::string& problem() const { return m_problem; }
    Scheduler::Instant nextLook() const { return m_nextLook; }

  signals:
    // Something is still wrong; another thing than before, or the same.
    void looked(bool another);
    // Nothing is wrong any more, and nobody looks again.
    void mended();

  private:
    void wait();
    void look();

    std::string m_problem;
    Look m_look;
    Scheduler& m_scheduler;
    Scheduler::Instant m_nextLook{};
    Scheduler::Call m_next;
};

} // namespace latchkey
