// What a lobby's screen shows while its settings cannot be used: what is wrong, in the words that the command
// line would have used, instead of a dark screen. It looks at them again every few seconds, so that mending
// them is all there is to do.
#pragma once

#include "app/client/scheduler.h"
#include "app/kiosk/corner_gesture.h"
#include "app/kiosk/whole_screen.h"
#include "app/views/trouble_window.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace latchkey {

class SettingsTrouble : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kLooksAgainAfter{10};

    // Reads the settings again: what is wrong with them, or nothing.
    using Look = std::function<std::optional<std::string>()>;

    // The scheduler has to outlive this.
    SettingsTrouble(const std::string& problem, Look look, Scheduler& scheduler);

    QWidget& window() { return m_window; }

    // On the primary screen: which one is meant is among the settings.
    void takeTheScreen();

  signals:
    // Something else is wrong now.
    void changed(const QString& problem);
    // Nothing is wrong any more.
    void mended();
    // The operator has made the corner gesture. No PIN is asked for, since that too is among the settings,
    // and nothing is behind this but the login of the machine.
    void left();

  private:
    void show(const std::string& problem);
    void tick();

    Look m_look;
    Scheduler& m_scheduler;
    std::string m_problem;
    Scheduler::Instant m_nextLook;
    Scheduler::Call m_nextTick;
    TroubleWindow m_window;
    CornerGesture m_corner;
    std::unique_ptr<WholeScreen> m_screen; // once it has taken it
};

} // namespace latchkey
