// What a transaction has changed, by the name under which others wait for it.
#pragma once

#include "common/identifiers.h"

#include <compare>
#include <string>
#include <string_view>

namespace latchkey {

struct Change {
    enum class Kind {
        Anything,  // what has no name: everybody has to look
        Session,   // its session_ID
        TypedCode, // the code: somebody has typed it, or a screen has answered
    };

    static Change anything() { return {}; }
    static Change of(const SessionId& session) { return {Kind::Session, session.text()}; }
    static Change ofTypedCode(std::string_view code) { return {Kind::TypedCode, std::string(code)}; }

    Kind kind = Kind::Anything;
    std::string name{};

    auto operator<=>(const Change&) const = default;
};

} // namespace latchkey
