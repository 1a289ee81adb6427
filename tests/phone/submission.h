// Posting a payload to the webhook, and what came of it.
#pragma once

#include "common/result.h"
#include "common/wire.h"
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

// Posts and waits, at most until the limit is over. Needs a QCoreApplication; runs its event loop meanwhile.
// Goes to the server directly (no proxy: the server is on the kiosk's network) and follows no redirect.
// Qt sends a request again when the server hangs up without a word; a proof is good for one approval only.
// On failure, why there is no Verdict: no connection, too late, a redirect, an answer that is something else.
Result<WebhookAnswer, std::string> submit(const std::string& webhook, const Payload& payload,
                                          PayloadEncoding encoding,
                                          std::chrono::milliseconds limit = std::chrono::seconds(15));

} // namespace latchkey::phone
