// Posting a payload to the webhook, and what came of it.
#pragma once

#include "common/result.h"
#include "common/wire.h"
#include "tests/phone/http_exchange.h"
#include "tests/phone/payload.h"

#include <chrono>
#include <string>

namespace latchkey::phone {

enum class PayloadEncoding { Json, Form };

// A server's considered answer: its body was a Verdict.
struct WebhookAnswer {
    int httpStatus = 0;
    Verdict verdict;

    // Only when the status line and the body both say 200.
    bool approved() const { return httpStatus == 200 && verdict.status == 200; }
};

// Posts and waits, see httpPost().
// On failure, why there is no Verdict: no answer, or one that is something else.
Result<WebhookAnswer, std::string> submit(const std::string& webhook, const Payload& payload,
                                          PayloadEncoding encoding,
                                          std::chrono::milliseconds limit = kAnswerLimit);

} // namespace latchkey::phone
