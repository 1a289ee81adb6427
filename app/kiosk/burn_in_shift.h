// Moves what stands still by a pixel every few minutes, so that no edge burns itself into the panel. Nobody
// sees it: never further than 0.4 % of the screen's shorter side from where it belongs, and one pixel at a
// time, over every place within reach and back the same way.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>
#include <QPoint>
#include <QSize>

namespace latchkey {

// Where the layout is after so many steps, when it may go so many pixels in each direction. Step 0 is (0, 0).
QPoint burnInOffset(int step, int reach);

class BurnInShift : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::minutes kStep{3};
    static constexpr double kReach = 0.004; // of the shorter side

    // The scheduler has to outlive this.
    explicit BurnInShift(Scheduler& scheduler);

    // Begins afresh. Before this, and on a screen of less than 250 pixels, nothing moves.
    void setScreenSize(QSize size);

    QPoint offset() const { return burnInOffset(m_step, m_reach); }

  signals:
    void moved(QPoint offset);

  private:
    void waitForStep();

    Scheduler& m_scheduler;
    int m_reach = 0; // pixels
    int m_step = 0;
    Scheduler::Call m_next;
};

} // namespace latchkey
