// Five taps or clicks in the top corner where the lines begin, within three seconds: how an operator asks for
// the way out, on a screen that has no button for it. Only watches; what is under the finger gets its taps.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>
#include <QPointF>
#include <QWindow>

#include <deque>

namespace latchkey {

class CornerGesture : public QObject {
    Q_OBJECT

  public:
    static constexpr int kTaps = 5;
    static constexpr std::chrono::seconds kWithin{3};
    static constexpr double kCorner = 0.08; // the side of the square, of the window's shorter side

    // Watches every window of the application, which has to be there.
    explicit CornerGesture(Scheduler& scheduler);

  signals:
    void made();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void onTap(const QWindow& window, QPointF place);

    Scheduler& m_scheduler;
    std::deque<Scheduler::Instant> m_taps; // in the corner, one after the other
};

} // namespace latchkey
