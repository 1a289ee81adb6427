// Leaves nobody a way past the window: it cannot be closed, and no shortcut, context menu or drag gets
// through. Only digits, letters and what moves the focus or presses a button do: there is no text to edit.
//
// What the window manager or the kernel takes for itself (Alt+Tab of a desktop, Ctrl+Alt+F2) never reaches a
// program; a kiosk's session runs none and says DontVTSwitch.
#pragma once

#include <QKeyEvent>
#include <QObject>
#include <QWidget>

namespace latchkey {

class Lockdown : public QObject {
    Q_OBJECT

  public:
    // For the whole application, which has to be there, as long as this lives.
    Lockdown();

    // On top of everything and without a frame. Before the window is shown.
    static void keepOnTop(QWidget& window);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace latchkey
