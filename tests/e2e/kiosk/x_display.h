// An X server's screen: what is on it, a keyboard, and a finger.
#pragma once

#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QPoint>
#include <QProcess>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace latchkey {

class XDisplay {
  public:
    // Somebody else's, by its name and the file with the right to use it.
    XDisplay(QString name, QString authority);
    ~XDisplay();
    XDisplay(const XDisplay&) = delete;
    XDisplay& operator=(const XDisplay&) = delete;

    // This process's environment, for programs that show themselves here; without any setting of ours.
    QProcessEnvironment environment() const;

    QImage screenshot() const;
    // The words in a picture of the screen, as optical character recognition reads them.
    QString words() const;
    // The middle of the line that says just this, as it reads them.
    std::optional<QPoint> placeOf(const QString& line) const;
    // Presses and releases a key, by its X keysym name.
    void press(const QString& key) const;
    // Touches it so many times at that place.
    void tap(QPoint place, int times) const;

    // Keeps a picture of the screen in the folder that LATCHKEY_SHOTS names, if it does.
    void keep(const QString& name) const;

  protected:
    XDisplay() = default;
    // Runs that X server as this display, on a free number. Returns why it does not start, or nothing.
    QString serve(const QString& program, const QStringList& arguments);
    // What it reads in a picture of the screen, in one of its formats.
    QString read(const QString& format) const;
    QByteArray run(const QString& program, const QStringList& arguments) const;
    const TemporaryFolder& folder() const { return m_folder; }

  private:
    TemporaryFolder m_folder;
    QProcess m_server;
    QString m_name;
    QString m_authority; // a file; empty where everybody of this machine may
};

// One without a panel (Xvfb).
class VirtualDisplay : public XDisplay {
  public:
    explicit VirtualDisplay(QSize size);
};

} // namespace latchkey
