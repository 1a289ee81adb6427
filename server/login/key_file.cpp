#include "server/login/key_file.h"

#include <openssl/crypto.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr std::size_t kLargestFile = 4096; // bytes; a full ring has less

std::string systemError(const std::filesystem::path& file, std::string_view what) {
    return file.string() + ": " + std::string(what) + ": " + std::strerror(errno);
}

class FileHandle {
  public:
    explicit FileHandle(int fd) : m_fd(fd) {}
    FileHandle(const std::filesystem::path& path, int flags)
        : FileHandle(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~FileHandle() {
        if (m_fd >= 0) ::close(m_fd);
    }
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;

    int fd() const { return m_fd; }

  private:
    int m_fd;
};

// Text that is wiped.
struct SecretText {
    std::string text;

    explicit SecretText(std::string content) : text(std::move(content)) {}
    ~SecretText() { OPENSSL_cleanse(text.data(), text.size()); }
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;
};

// Beside the file, mode 0600, under a name that nothing else has. Gone in the end.
class Draft {
  public:
    explicit Draft(const std::filesystem::path& file)
        : m_path(file.string() + ".XXXXXX"), m_handle(::mkostemp(m_path.data(), O_CLOEXEC)) {
        if (m_handle.fd() < 0) m_problem = systemError(file, "cannot be created");
    }
    ~Draft() {
        if (m_handle.fd() >= 0 && !m_placed) ::unlink(m_path.c_str());
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    // owner: whose the file is to be; null: whoever writes it.
    Outcome<std::string> write(const KeyRing& ring, const struct stat* owner) {
        const SecretText content(ring.reveal());
        const std::string& text = content.text;
        const int fd = m_handle.fd();
        if (!m_problem.empty()) return Failure{m_problem};
        if (owner && ::fchown(fd, owner->st_uid, owner->st_gid) != 0)
            return Failure{systemError(
                m_path, "cannot be given to the key file's owner (run this as that user, or as root)")};
        if (::write(fd, text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::fsync(fd) != 0)
            return Failure{systemError(m_path, "cannot be written")};
        return {};
    }

    // The file is not there yet, or another one is; both are well.
    Outcome<std::string> place(const std::filesystem::path& file) const {
        if (::link(m_path.c_str(), file.c_str()) != 0 && errno != EEXIST)
            return Failure{systemError(file, "cannot be written")};
        return {};
    }

    // In the place of the file.
    Outcome<std::string> replace(const std::filesystem::path& file) {
        if (::rename(m_path.c_str(), file.c_str()) != 0)
            return Failure{systemError(file, "cannot be replaced")};
        m_placed = true;
        return {};
    }

  private:
    std::string m_path;
    const FileHandle m_handle;
    std::string m_problem;
    bool m_placed = false;
};

void syncFolderOf(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : ".";
    const FileHandle handle(folder, O_RDONLY | O_DIRECTORY);
    ::fsync(handle.fd());
}

// Written whole under another name and then linked, so that two servers that start together agree on one
// key, and a crash leaves no half of one.
Outcome<std::string> create(const std::filesystem::path& file, const RandomFill& random) {
    std::error_code ignored;
    if (!file.parent_path().empty()) std::filesystem::create_directories(file.parent_path(), ignored);
    Draft draft(file);
    if (auto written = draft.write(KeyRing(ServerKey::generate(random)), nullptr); !written) return written;
    if (auto placed = draft.place(file); !placed) return placed;
    syncFolderOf(file);
    return {};
}

Result<KeyRing, std::string> read(const std::filesystem::path& file, const FileHandle& handle,
                                  struct stat& status) {
    if (handle.fd() < 0 && errno == ENOENT) {
        return Failure{file.string() +
                       ": there is no key file yet; the server makes it when it starts, unless " +
                       "--key-file names another one"};
    }
    if (handle.fd() < 0 || ::fstat(handle.fd(), &status) != 0)
        return Failure{systemError(file, "the key file cannot be read")};
    if ((status.st_mode & 077) != 0) {
        return Failure{file.string() +
                       ": others can read the key file, so it is no secret any more; run chmod 600 " +
                       file.string() + ", or remove it to get a new key (open logins end)"};
    }
    SecretText content(std::string(kLargestFile + 1, '\0'));
    std::string& text = content.text;
    const ssize_t length = ::read(handle.fd(), text.data(), text.size());
    auto ring = length <= static_cast<ssize_t>(kLargestFile)
                    ? KeyRing::parse(std::string_view(text).substr(0, std::max<ssize_t>(length, 0)))
                    : Failure{std::string("it is too long")};
    if (!ring) {
        return Failure{file.string() + ": this is not a Latchkey key file: " + ring.error() +
                       "; name another with --key-file"};
    }
    return ring;
}

} // namespace

KeyFile::KeyFile(std::filesystem::path path) : m_path(std::move(path)) {}

Result<KeyRing, std::string> KeyFile::load() {
    m_loaded = {};
    return read(m_path, FileHandle(m_path, O_RDONLY), m_loaded);
}

Result<KeyRing, std::string> KeyFile::loadOrCreate(const RandomFill& random) {
    if (std::error_code error; !std::filesystem::exists(m_path, error) && !error) {
        if (const auto created = create(m_path, random); !created) return Failure{created.error()};
    }
    return load();
}

Result<KeyRing, std::string> KeyFile::change(const std::function<Outcome<std::string>(KeyRing&)>& work) {
    std::error_code error;
    const auto file = std::filesystem::canonical(m_path, error); // of a link, what it leads to
    if (error) return load();
    for (;;) {
        const FileHandle handle(file, O_RDONLY);
        if (handle.fd() >= 0) ::flock(handle.fd(), LOCK_EX);
        struct stat status {};
        auto ring = read(file, handle, status);
        if (!ring) return ring;
        struct stat now {};
        if (::stat(file.c_str(), &now) == 0 && now.st_ino != status.st_ino) continue; // replaced meanwhile
        if (const auto done = work(*ring); !done) return Failure{done.error()};
        Draft draft(file);
        if (const auto written = draft.write(*ring, &status); !written) return Failure{written.error()};
        if (const auto replaced = draft.replace(file); !replaced) return Failure{replaced.error()};
        syncFolderOf(file);
        return ring;
    }
}

bool KeyFile::changed() const {
    struct stat now {};
    if (::stat(m_path.c_str(), &now) != 0) now = {};
    return now.st_dev != m_loaded.st_dev || now.st_ino != m_loaded.st_ino ||
           now.st_size != m_loaded.st_size || now.st_ctim.tv_sec != m_loaded.st_ctim.tv_sec ||
           now.st_ctim.tv_nsec != m_loaded.st_ctim.tv_nsec;
}

} // namespace latchkey
