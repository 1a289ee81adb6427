// What a name, an e-mail address or a label may be, and how ids are made. The same rules for the command line
// and for registration by phone.
#pragma once

#include "common/clock.h"
#include "common/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace latchkey {

// A person's or kiosk's name, place or label: UTF-8, at most 100 characters, no control characters, trimmed
// of spaces. Returns it trimmed, or a sentence. `what` names it in that sentence.
Result<std::string, std::string> checkName(std::string_view text, std::string_view what);
// The same, but may be empty.
Result<std::string, std::string> checkOptionalName(std::string_view text, std::string_view what);

// An e-mail address, as far as a machine can tell (RFC 5321 §4.5.3.1: at most 254 bytes): something, an @, a
// domain. May be empty.
Result<std::string, std::string> checkEmail(std::string_view text);

// The name of a group of users, a word for configuration files: small ASCII letters, digits and dashes, at
// most 32, beginning with a letter. Returns it, or a sentence.
Result<std::string, std::string> checkGroupName(std::string_view text);

// A random name of that many characters: the prefix letter, which tells what it names, then Crockford's
// base32 digits in lower case, 5 bits each.
std::string makeId(char prefix, std::size_t characters, const RandomFill& random);

} // namespace latchkey
