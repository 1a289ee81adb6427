#include "app/private_file.h"

#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

// A file descriptor that closes itself.
class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags)
        : m_number(open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (m_number >= 0) close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    explicit operator bool() const { return m_number >= 0; }
    int operator*() const { return m_number; }

  private:
    int m_number;
};

// "it cannot be read: no such file"
Failure<std::string> systemFailure(const char* what) {
    return Failure{std::string(what) + ": " + std::strerror(errno)};
}

} // namespace

Result<PrivateText, std::string> readPrivateFile(const std::filesystem::path& path, std::size_t longest) {
    const Descriptor file(path, O_RDONLY | O_NONBLOCK);
    struct stat status {};
    if (!file || fstat(*file, &status) != 0) return systemFailure("it cannot be read");
    if (!S_ISREG(status.st_mode)) return Failure{std::string("it is not a file")};
    if ((status.st_mode & 077) != 0) {
        return Failure{"others can read it; make it private with: chmod 600 " + path.string()};
    }
    std::string content(longest + 1, '\0');
    const ssize_t length = read(*file, content.data(), content.size());
    if (length < 0) return systemFailure("it cannot be read");
    if (static_cast<std::size_t>(length) > longest) {
        explicit_bzero(content.data(), content.size());
        return Failure{"it is longer than " + std::to_string(longest) + " bytes"};
    }
    content.resize(static_cast<std::size_t>(length));
    return PrivateText(std::move(content));
}

Outcome<std::string> writePrivateFile(const std::filesystem::path& path, std::string_view content) {
    QSaveFile file(QString::fromStdString(path.string()));
    const auto size = static_cast<qint64>(content.size());
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(content.data(), size) == size && file.commit()) {
        return {};
    }
    return Failure{"it cannot be written: " + file.errorString().toStdString()};
}

} // namespace latchkey
