#include "app/kiosk/burn_in_shift.h"

#include <algorithm>

namespace latchkey {

// The places form a square, walked row by row, every other one backwards; the way back is the same. It begins
// in the middle.
QPoint burnInOffset(int step, int reach) {
    const int side = 2 * reach + 1;
    const int last = side * side - 1;
    if (last == 0) return {};
    const int along = (last / 2 + step) % (2 * last);
    const int place = along <= last ? along : 2 * last - along;
    const int row = place / side;
    const int column = row % 2 == 0 ? place % side : side - 1 - place % side;
    // Mirrored where the middle row runs backwards, so that the first step always goes to the right.
    return {(reach % 2 == 0 ? column : side - 1 - column) - reach, row - reach};
}

BurnInShift::BurnInShift(Scheduler& scheduler) : m_scheduler(scheduler) {}

void BurnInShift::setScreenSize(QSize size) {
    m_reach = static_cast<int>(kReach * std::min(size.width(), size.height()));
    m_step = 0;
    m_next.cancel();
    emit moved(offset());
    if (m_reach > 0) waitForStep();
}

void BurnInShift::waitForStep() {
    m_next = m_scheduler.after(kStep, [this] {
        const int side = 2 * m_reach + 1;
        m_step = (m_step + 1) % (2 * (side * side - 1)); // once around
        emit moved(offset());
        waitForStep();
    });
}

} // namespace latchkey
