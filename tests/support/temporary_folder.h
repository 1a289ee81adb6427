// A folder of a test's own, removed in the end.
#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace latchkey {

class TemporaryFolder {
  public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path file(std::string_view name) const { return path() / name; }

    // Writes a file and returns its path.
    std::filesystem::path write(std::string_view name, std::string_view content) const {
        std::ofstream(file(name), std::ios::binary) << content;
        return file(name);
    }

  private:
    QTemporaryDir m_folder;
};

inline std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace latchkey
