// Where the operator types the PIN: a pad for fingers, over everything else in the window; a keyboard will
// do as well. It shows how many digits there are and never which.
#pragma once

#include "app/kiosk/operator_pin.h"
#include "app/widgets/big_button.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QPointer>
#include <QWidget>

#include <array>

namespace latchkey {

class PinView : public QWidget {
    Q_OBJECT

  public:
    // Hidden at first. Keeps to the size of the window.
    PinView(const Theme& theme, QWidget* window);

    void open();
    // Gives the focus back to what had it.
    void leave();

    void showWrong();
    // Takes no digits until showReady().
    void showLocked(int seconds);
    void showReady();

  signals:
    void entered(const PinDigits& pin);
    void left();
    // What to say unasked.
    void announced(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void type(char digit);
    void erase();
    void submit();
    void showDigits();
    void say(const QString& message);
    void arrange();
    void arrangeKeys(QRect area, int gap);

    QColor m_ground;
    FittedLabel* m_title;
    FittedLabel* m_dots;
    FittedLabel* m_message;
    std::array<BigButton*, 10> m_digits{};
    BigButton* m_erase;
    BigButton* m_done;
    BigButton* m_cancel;
    std::string m_typed; // wiped when it is done with
    bool m_locked = false;
    QPointer<QWidget> m_focusBefore;
};

} // namespace latchkey
