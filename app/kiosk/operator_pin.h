// The PIN by which whoever looks after the screen leaves the kiosk. What is kept of it is an Argon2id hash
// (RFC 9106) in the usual encoded form, in a file that nobody else can read.
#pragma once

#include "common/clock.h"
#include "common/identifiers.h"
#include "common/result.h"

#include <filesystem>
#include <string>

namespace latchkey {

using PinDigits = Private<struct PinDigitsTag>;
// "$argon2id$v=19$m=19456,t=2,p=1$…". Empty: this screen has no PIN.
using PinHash = Private<struct PinHashTag>;

constexpr std::size_t kShortestPin = 6; // digits
constexpr std::size_t kLongestPin = 12;

// Whether somebody may choose it: 6 to 12 digits, and none of those that are tried first (123456, 000000,
// 121212). On failure: why not, as a sentence.
Outcome<std::string> checkNewPin(const PinDigits& pin);

// With 19 MiB and two passes (OWASP's recommendation): a tenth of a second on a busy machine, so that the
// right PIN opens at once. Against guessing there is PinGuard; whoever has the file tries all PINs, whatever
// one costs. Throws std::runtime_error where there is no memory for it.
PinHash hashPin(const PinDigits& pin, const RandomFill& random);

bool matches(const PinHash& hash, const PinDigits& pin);

// On failure: what is wrong with the file and how to put it right.
Result<PinHash, std::string> readPinFile(const std::filesystem::path& file);

} // namespace latchkey
