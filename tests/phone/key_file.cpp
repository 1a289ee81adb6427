#include "tests/phone/key_file.h"

#include "tests/phone/secret_input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey::phone {

namespace {

// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    int number() const { return m_descriptor; }

  private:
    int m_descriptor;
};

std::string systemReason(int error) {
    return ::strerror(error);
}

Outcome<std::string> createFolder(const std::filesystem::path& folder) {
    std::error_code error;
    if (folder.empty() || !std::filesystem::create_directories(folder, error)) {
        if (!error) return {};
        return Failure{"cannot make the folder " + folder.string() + ": " + error.message()};
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    return {};
}

bool writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0;
}

// Why the open file is not one to trust; empty when it is.
std::string distrust(int descriptor, const std::filesystem::path& file) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return "cannot look at " + file.string() + ": " + systemReason(errno);
    if (!S_ISREG(status.st_mode)) return file.string() + " is not a file";
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return "others may read or write " + file.string() + ", so it can not hold a key; run: chmod 600 " +
               file.string();
    }
    return {};
}

} // namespace

std::optional<std::filesystem::path> defaultKeyFile(std::string_view dataHome, std::string_view home) {
    std::filesystem::path folder(dataHome);
    if (!folder.is_absolute()) folder = std::filesystem::path(home) / ".local" / "share";
    if (!folder.is_absolute()) return std::nullopt;
    return folder / "latchkey" / "phone.key";
}

Outcome<std::string> storeKey(const std::filesystem::path& file, const WalletKey& key) {
    if (auto made = createFolder(file.parent_path()); !made) return made;
    const Descriptor created(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!created.isOpen()) {
        if (errno == EEXIST) {
            return Failure{file.string() +
                           " exists already, and a key is never overwritten; pick another file with "
                           "--key FILE, or see this one with: latchkey-phone key show --key " +
                           file.string()};
        }
        return Failure{"cannot create " + file.string() + ": " + systemReason(errno)};
    }
    if (!writeAll(created.number(), key.secretText().reveal()) || !writeAll(created.number(), "\n")) {
        const std::string reason = systemReason(errno);
        ::unlink(file.c_str());
        return Failure{"cannot write " + file.string() + ": " + reason};
    }
    return {};
}

Result<WalletKey, std::string> loadKey(const std::filesystem::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!opened.isOpen()) {
        if (errno == ENOENT) {
            return Failure{"there is no key at " + file.string() +
                           "; make one with: latchkey-phone key new, or name another file with --key FILE"};
        }
        return Failure{"cannot open " + file.string() + ": " + systemReason(errno)};
    }
    if (std::string reason = distrust(opened.number(), file); !reason.empty()) return Failure{reason};
    auto key = WalletKey::parse(readSecretLine(opened.number()));
    if (!key) return Failure{file.string() + " holds no key: " + key.error()};
    return key;
}

} // namespace latchkey::phone
