// "Still there?", over everything else in the window, while the last seconds before it locks run down.
//
// It takes the whole window and the focus, so that the touch or key that says yes presses nothing below; when
// it goes, the focus is where it was.
#pragma once

#include "app/widgets/big_button.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QPointer>
#include <QWidget>

namespace latchkey {

class IdleWarning : public QWidget {
    Q_OBJECT

  public:
    static constexpr int kLastCall = 3; // seconds left

    // Hidden at first. Keeps to the size of the window.
    IdleWarning(const Theme& theme, QWidget* window);

    // Comes into view, or goes on counting.
    void showSecondsLeft(int seconds);
    void dismiss();

  signals:
    void stayRequested();
    // What to say unasked: when it comes, and once more at the last call.
    void announced(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void arrange();

    QColor m_veil;
    Panel* m_card;
    FittedLabel* m_question;
    FittedLabel* m_countdown;
    BigButton* m_stay;
    QPointer<QWidget> m_focusBefore;
    bool m_lastCalled = false;
};

} // namespace latchkey
