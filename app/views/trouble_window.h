// The window of a screen that has no settings to go by: Latchkey's own looks, and what has to be put right.
#pragma once

#include "app/views/appearance.h"
#include "app/views/message_view.h"

#include <QPixmap>
#include <QWidget>

namespace latchkey {

class TroubleWindow : public QWidget {
    Q_OBJECT

  public:
    TroubleWindow();

    // problem: a sentence that names the place and the fix.
    void showProblem(const QString& problem, Scheduler::Instant nextLook, Scheduler::Instant now);

    // Time has passed: the next look is nearer.
    void tick(Scheduler::Instant now) { m_message->tick(now); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    Appearance m_appearance;
    MessageView* m_message;
    QPixmap m_background; // as large as the window; null: not painted yet
};

} // namespace latchkey
