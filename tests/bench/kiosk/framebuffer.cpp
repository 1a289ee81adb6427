#include "tests/bench/kiosk/framebuffer.h"

#include <QFile>
#include <QtEndian>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr int kPatience = 30'000; // ms

// Members of the dump's header, 32 bits each, big-endian.
enum Member { HeaderSize = 0, Width = 4, Height = 5, BytesPerLine = 12, Colours = 19 };
constexpr int kColourSize = 12; // bytes

int member(const unsigned char* dump, Member which) {
    return qFromBigEndian<qint32>(dump + 4 * which);
}

const unsigned char* mapped(const QString& path) {
    const int file = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return nullptr;
    void* memory = ::mmap(nullptr, static_cast<size_t>(QFile(path).size()), PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    return memory == MAP_FAILED ? nullptr : static_cast<const unsigned char*>(memory);
}

} // namespace

Framebuffer::Framebuffer() {
    const QString folder = QString::fromStdString(m_folder.path().string());
    m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset",
                            "-fbdir", folder});
    QByteArray number;
    while (!number.contains('\n') && m_server.waitForReadyRead(kPatience))
        number += m_server.readAllStandardOutput();
    m_dump = mapped(folder + "/Xvfb_screen0");
    if (!number.contains('\n') || m_dump == nullptr)
        qFatal("Xvfb does not start: %s", m_server.readAllStandardError().constData());
    m_name = ":" + number.trimmed();
}

Framebuffer::~Framebuffer() {
    m_server.terminate();
    m_server.waitForFinished(kPatience);
}

QImage Framebuffer::picture() const {
    const int pixels = member(m_dump, HeaderSize) + member(m_dump, Colours) * kColourSize;
    return QImage(m_dump + pixels, member(m_dump, Width), member(m_dump, Height),
                  member(m_dump, BytesPerLine), QImage::Format_RGB32)
        .copy();
}

} // namespace latchkey
