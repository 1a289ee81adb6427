// Files that nobody but their owner may read.
#pragma once

#include "common/identifiers.h"
#include "common/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace latchkey {

using PrivateText = Private<struct PrivateTextTag>;

// All of the file, at most so many bytes. On failure (it cannot be read, others can, it is longer, it is no
// file): what is wrong and how to put it right.
Result<PrivateText, std::string> readPrivateFile(const std::filesystem::path& path, std::size_t longest);

// Replaces the file, mode 0600, as a whole or not at all. Its folder has to be there. On failure: what is
// wrong.
Outcome<std::string> writePrivateFile(const std::filesystem::path& path, std::string_view content);

} // namespace latchkey
