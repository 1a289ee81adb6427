#include "tests/phone/submission.h"

namespace latchkey::phone {

Result<WebhookAnswer, std::string> submit(const std::string& webhook, const Payload& payload,
                                          PayloadEncoding encoding, std::chrono::milliseconds limit) {
    const bool isJson = encoding == PayloadEncoding::Json;
    const auto answer = httpPost(webhook, isJson ? "application/json" : "application/x-www-form-urlencoded",
                                 isJson ? payload.toJson() : payload.toForm(), limit);
    if (!answer) return Failure{answer.error()};
    auto verdict = Verdict::parse(answer->body);
    if (!verdict) {
        return Failure{"the server answered HTTP " + std::to_string(answer->status) +
                       " with something that is not a verdict: " + verdict.error()};
    }
    return WebhookAnswer{answer->status, *std::move(verdict)};
}

} // namespace latchkey::phone
