// What a client prefers: the comma-separated lists of Accept-Language and Accept-Encoding (RFC 9110 §12.4.2,
// §12.5), "de, en;q=0.8".
#pragma once

#include <string_view>
#include <vector>

namespace latchkey {

struct Preference {
    std::string_view value; // a part of the header
    int weight = 1000;      // thousandths; 0: not acceptable
};

// Best first; those that weigh the same in the header's order. Takes any text: a weight that is none is 0.
// The header has to outlive the preferences.
std::vector<Preference> preferencesOf(std::string_view header);

} // namespace latchkey
