// A machine with several screens: an Xorg of its own on the dummy driver, whose outputs (DUMMY0, DUMMY1 …)
// xrandr plugs in, pulls out and changes. It has no input devices and leaves the machine's text terminals
// alone.
#pragma once

#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QProcess>
#include <QRect>
#include <QString>
#include <QStringList>

namespace latchkey {

class ScreenWall {
  public:
    // Begins with one output, DUMMY0 of 1280 by 720; DUMMY1, of 1024 by 768, may be plugged in.
    ScreenWall();
    ~ScreenWall();
    ScreenWall(const ScreenWall&) = delete;
    ScreenWall& operator=(const ScreenWall&) = delete;

    // Why there is none: an Xorg without a panel takes root. Empty: there is one.
    const QString& problem() const { return m_problem; }

    // This process's environment, for programs that show themselves here; without any setting of ours.
    QProcessEnvironment environment() const;

    void xrandr(const QStringList& arguments) const;
    // What is on that part of the screens.
    QImage picture(QRect area) const;

  private:
    QByteArray run(const QString& program, const QStringList& arguments) const;

    TemporaryFolder m_folder;
    QProcess m_server;
    QString m_name;
    QString m_problem;
};

} // namespace latchkey
