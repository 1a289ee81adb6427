// What all header fields have in common.
#pragma once

#include <string_view>

namespace latchkey {

// Without the optional white space around it (RFC 9110 §5.6.3).
inline std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

} // namespace latchkey
