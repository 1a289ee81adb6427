// A screen without a panel: an X server of its own (Xvfb), what is on it, and a keyboard.
#pragma once

#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QProcess>
#include <QSize>
#include <QString>

namespace latchkey {

class VirtualDisplay {
  public:
    explicit VirtualDisplay(QSize size);
    ~VirtualDisplay();
    VirtualDisplay(const VirtualDisplay&) = delete;
    VirtualDisplay& operator=(const VirtualDisplay&) = delete;

    // This process's environment, for programs that show themselves here; without any setting of ours.
    QProcessEnvironment environment() const;

    QImage screenshot() const;
    // The words in a picture of the screen, as optical character recognition reads them.
    QString words() const;
    // Presses and releases a key, by its X keysym name.
    void press(const QString& key) const;
    // Touches it so many times at that place.
    void tap(QPoint place, int times) const;

    // Keeps a picture of the screen in the folder that LATCHKEY_SHOTS names, if it does.
    void keep(const QString& name) const;

  private:
    QByteArray run(const QString& program, const QStringList& arguments) const;

    TemporaryFolder m_folder;
    QProcess m_server;
    QString m_name;
};

} // namespace latchkey
