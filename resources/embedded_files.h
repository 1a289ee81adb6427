// The files of resources/ that are compiled into the program; the list is in resources/CMakeLists.txt.
#pragma once

#include <string_view>

namespace latchkey {

// The content of a file by its name below resources/. Asking for one that is not in the list is a mistake in
// the program and throws std::logic_error.
std::string_view embeddedFile(std::string_view name);

// Another text whenever the content is another: what an address carries so that the file can be cached for
// good. 12 hex digits of its SHA-256.
std::string_view embeddedVersion(std::string_view name);

} // namespace latchkey
