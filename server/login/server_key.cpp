#include "server/login/server_key.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace latchkey {

namespace {

using KeyBytes = std::array<std::uint8_t, DerivedKey::kSize>;

std::string systemError(const std::filesystem::path& file, std::string_view what) {
    return file.string() + ": " + std::string(what) + ": " + std::strerror(errno);
}

class FileHandle {
  public:
    FileHandle(const std::filesystem::path& path, int flags)
        : m_fd(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~FileHandle() {
        if (m_fd >= 0) ::close(m_fd);
    }
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;

    int fd() const { return m_fd; }

  private:
    int m_fd;
};

// Written whole under another name and then linked, so that two servers that start together agree on one
// key, and a crash leaves no half of one.
Outcome<std::string> create(const std::filesystem::path& file, const RandomFill& random) {
    std::error_code ignored;
    if (!file.parent_path().empty()) std::filesystem::create_directories(file.parent_path(), ignored);
    KeyBytes key{};
    random(key);
    std::string line = toHex(key) + "\n";
    OPENSSL_cleanse(key.data(), key.size());
    const std::filesystem::path draft = file.string() + "." + std::to_string(::getpid());
    bool written = false;
    {
        const FileHandle handle(draft, O_WRONLY | O_CREAT | O_EXCL);
        if (handle.fd() < 0) return Failure{systemError(draft, "cannot be created")};
        written = ::write(handle.fd(), line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                  ::fsync(handle.fd()) == 0;
    }
    OPENSSL_cleanse(line.data(), line.size());
    const bool placed = written && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
    Outcome<std::string> outcome;
    if (!placed) outcome = Failure{systemError(file, "cannot be written")};
    ::unlink(draft.c_str());
    return outcome;
}

} // namespace

// Keyed contexts, one for each thread that is at it. To look the algorithm up and set the key takes longer
// than all else and is done once; to copy a context takes as long as a message, and is done once for each.
class DerivedKey::Contexts {
  public:
    using Context = std::unique_ptr<EVP_MAC_CTX, decltype(&::EVP_MAC_CTX_free)>;

    explicit Contexts(Context keyed) : m_keyed(std::move(keyed)) {}

    Context take() {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty()) return {::EVP_MAC_CTX_dup(m_keyed.get()), &::EVP_MAC_CTX_free};
        Context context = std::move(m_idle.back());
        m_idle.pop_back();
        return context;
    }
    void giveBack(Context context) {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(context));
    }

  private:
    const Context m_keyed; // is copied, and never used itself
    std::mutex m_mutex;    // guards the next one
    std::vector<Context> m_idle;
};

DerivedKey::DerivedKey(const std::array<std::uint8_t, kSize>& bytes) {
    const std::unique_ptr<EVP_MAC, decltype(&::EVP_MAC_free)> hmac(
        ::EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr), &::EVP_MAC_free);
    std::string digest = "SHA256";
    const std::array parameters{
        ::OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        ::OSSL_PARAM_construct_end()};
    Contexts::Context keyed(::EVP_MAC_CTX_new(hmac.get()), &::EVP_MAC_CTX_free);
    if (::EVP_MAC_init(keyed.get(), bytes.data(), bytes.size(), parameters.data()) != 1)
        throw std::runtime_error("there is no HMAC-SHA-256");
    m_contexts = std::make_shared<Contexts>(std::move(keyed));
}

Bytes DerivedKey::mac(ByteView message, std::size_t size) const {
    Contexts::Context context = m_contexts->take();
    Bytes tag(kSize);
    std::size_t length = 0;
    // Without a key: begins anew with the one that it has.
    if (!context || ::EVP_MAC_init(context.get(), nullptr, 0, nullptr) != 1 ||
        ::EVP_MAC_update(context.get(), message.data(), message.size()) != 1 ||
        ::EVP_MAC_final(context.get(), tag.data(), &length, tag.size()) != 1)
        throw std::runtime_error("HMAC-SHA-256 failed");
    m_contexts->giveBack(std::move(context));
    tag.resize(std::min(size, length));
    return tag;
}

Result<ServerKey, std::string> ServerKey::loadOrCreate(const std::filesystem::path& file,
                                                       const RandomFill& random) {
    if (std::error_code error; !std::filesystem::exists(file, error) && !error) {
        if (const auto created = create(file, random); !created) return Failure{created.error()};
    }
    const FileHandle handle(file, O_RDONLY);
    struct stat status {};
    if (handle.fd() < 0 || ::fstat(handle.fd(), &status) != 0) {
        return Failure{systemError(file, "the key file cannot be read")};
    }
    if ((status.st_mode & 077) != 0) {
        return Failure{file.string() +
                       ": others can read the key file, so it is no secret any more; run chmod 600 " +
                       file.string() + ", or remove it to get a new key (open logins end)"};
    }
    std::string text(128, '\0');
    const ssize_t length = ::read(handle.fd(), text.data(), text.size());
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    auto bytes = fromHex(text);
    OPENSSL_cleanse(text.data(), text.size());
    if (!bytes || bytes->size() != DerivedKey::kSize) {
        return Failure{file.string() +
                       ": this is not a Latchkey key file (64 hex digits); name another with --key-file"};
    }
    KeyBytes key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    OPENSSL_cleanse(bytes->data(), bytes->size());
    const ServerKey loaded{DerivedKey(key)};
    OPENSSL_cleanse(key.data(), key.size());
    return loaded;
}

DerivedKey ServerKey::derive(std::string_view purpose) const {
    // RFC 5869 §2.2 and §2.3 for one block: no salt is needed, the input is uniformly random.
    Bytes info(purpose.begin(), purpose.end());
    info.push_back(1);
    const Bytes block = m_root.mac(info, DerivedKey::kSize);
    KeyBytes key{};
    std::copy(block.begin(), block.end(), key.begin());
    return DerivedKey(key);
}

RandomFill systemRandom() {
    return [](std::span<std::uint8_t> bytes) {
        if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
            throw std::runtime_error("the system's random source failed");
        }
    };
}

std::string sha256Hex(std::string_view text) {
    std::array<std::uint8_t, 32> digest{};
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 failed");
    }
    return toHex(digest);
}

} // namespace latchkey
