// Darkens the window for the night. Touches go through it; what asks for an answer (the PIN pad, "Still
// there?") comes before it.
//
// It takes the same share of the light off every pixel, so the dark modules of a code stay as much darker
// than the light ones as they are to a camera, which sets its exposure by what it sees. Below 30 % a panel's
// own black and the lamps of the lobby begin to count.
#pragma once

#include <QWidget>

namespace latchkey {

class NightShade : public QWidget {
    Q_OBJECT

  public:
    static constexpr int kDarkest = 30; // per cent

    // brightness: per cent of the light that is left, kDarkest to 100. Hidden at first. Keeps to the size of
    // the window.
    NightShade(int brightness, QWidget* window);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    int m_brightness;
};

} // namespace latchkey
