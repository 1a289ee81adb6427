// Reads the body of FAST's webhook: JSON or form fields, in either of the two published shapes or that of a
// passkey's assertion (binary fields in base64url without padding), with the registration's optional name and
// email beside it, and the token of the phone page's scan.
#pragma once

#include "common/result.h"
#include "server/login/proof.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

// On failure: a sentence that names the field.
Result<ProofSubmission, std::string> parseWebhookPayload(std::string_view contentType,
                                                         const std::string& body);

// The fields of an application/x-www-form-urlencoded body (WHATWG URL §5.1), the first of each name.
// Nullopt: a percent sign that is followed by no two hex digits.
std::optional<std::map<std::string, std::string>> parseForm(std::string_view body);

} // namespace latchkey
