// A 1920x1080 X server whose pixels lie in a file that is mapped here: looking costs neither side anything.
#pragma once

#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QProcess>
#include <QString>

namespace latchkey {

class Framebuffer {
  public:
    // Ends the program with the reason when it does not start.
    Framebuffer();
    ~Framebuffer();
    Framebuffer(const Framebuffer&) = delete;
    Framebuffer& operator=(const Framebuffer&) = delete;

    // Its DISPLAY.
    QString name() const { return m_name; }
    // The screen as it is now; a copy.
    QImage picture() const;

  private:
    TemporaryFolder m_folder;
    QProcess m_server;
    QString m_name;
    const unsigned char* m_dump = nullptr; // an X window dump (XWDFile.h), kept current by Xvfb
};

} // namespace latchkey
