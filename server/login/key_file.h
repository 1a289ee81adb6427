// The file that a server's keys are in, which only its owner may read. A cluster's nodes have the same one.
#pragma once

#include "server/login/key_ring.h"

#include <filesystem>
#include <functional>
#include <string>
#include <sys/stat.h>

namespace latchkey {

class KeyFile {
  public:
    explicit KeyFile(std::filesystem::path path);

    const std::filesystem::path& path() const { return m_path; }

    // On failure, a sentence with the fix: there is none, others can read it, or it holds something else.
    Result<KeyRing, std::string> load();
    // The same; where there is none, makes it with one key, once, with mode 0600.
    Result<KeyRing, std::string> loadOrCreate(const RandomFill& random);

    // Has the work change what is in the file, and replaces it whole: it keeps its owner, and no reader sees
    // a part of it. Waits for other changes to end. On failure, the work's or the system's reason, the file
    // is as it was.
    Result<KeyRing, std::string> change(const std::function<Outcome<std::string>(KeyRing&)>& work);

    // Whether it is another file, or was written or given other rights since it was loaded last, well or not.
    bool changed() const;

  private:
    std::filesystem::path m_path;
    struct stat m_loaded {};
};

} // namespace latchkey
