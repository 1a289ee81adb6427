// How every route answers: JSON, HTML, and refusals with FAST's error codes.
#pragma once

#include "server/login/refusal.h"

#include <httplib.h>

#include <string>

namespace latchkey {

void answerJson(httplib::Response& response, int status, const std::string& body);
void answerHtml(httplib::Response& response, int status, const std::string& page);

// {"status","message"}
void answerRefusal(httplib::Response& response, int status, const std::string& message);
// The same with the "reason", and Retry-After where there is something to wait for.
void answerRefusal(httplib::Response& response, const Refusal& refusal);

// FAST's error codes, and 403, 409 for what FAST does not know.
int statusOf(Refusal::Reason reason);

} // namespace latchkey
