// Says when nobody has touched the screen, a key or the mouse for a while, after a countdown that any of them
// calls off. What follows is for whoever listens.
//
// Input costs no more than a look at the clock: it moves a remembered instant and no timer. At rest one call
// is scheduled, for when the countdown would begin.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>
#include <QPointF>

namespace latchkey {

class InactivityTimer : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kShortest{15};
    static constexpr std::chrono::hours kLongest{1};
    static constexpr std::chrono::seconds kCountdown{10}; // the last part of the time

    // limit: kShortest to kLongest. Watches the input of the whole application, which has to be there.
    InactivityTimer(Scheduler& scheduler, std::chrono::seconds limit);

    // Off at first. Turning it on begins the time afresh; after expired() it stands still until then.
    void setEnabled(bool enabled);

  signals:
    // 10, 9 … 1: in the last seconds, one a second.
    void countdownChanged(int secondsLeft);
    // Somebody is there after all. Comes before what they touched has heard of it.
    void cancelled();
    void expired();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void onInput();
    void waitForCountdown();
    void countDown();

    Scheduler& m_scheduler;
    std::chrono::seconds m_limit;
    bool m_enabled = false;
    bool m_countingDown = false;
    Scheduler::Instant m_lastInput{};
    QPointF m_pointer; // where the mouse was last: windows that come and go make it "move" to where it is
    Scheduler::Call m_next;
};

} // namespace latchkey
