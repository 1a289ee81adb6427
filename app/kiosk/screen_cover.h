// Keeps the window full screen on one output and every other screen dark, whatever screens come, go or
// change: when its own is gone, the window moves to another one, and back when it returns.
#pragma once

#include "app/kiosk/screen_plan.h"

#include <QObject>
#include <QScreen>
#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>

namespace latchkey {

class ScreenCover : public QObject {
    Q_OBJECT

  public:
    // Shows the window. It has to outlive this. output: see planScreens().
    ScreenCover(QWidget& window, QString output);

    // Which screen has the window; empty while there is none.
    QString screenName() const { return m_screenName; }

  signals:
    void moved(const QString& screenName);

  private:
    void watch(QScreen* screen);
    void arrange();
    void placeWindow(QScreen* screen);
    void cover(QScreen* screen);

    QWidget& m_window;
    QString m_output;
    QString m_screenName;
    std::map<QScreen*, std::unique_ptr<QWidget>> m_covers;
    QTimer m_soon; // several changes in a row are one
};

} // namespace latchkey
