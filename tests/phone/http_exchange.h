// One HTTP request of a scan client, and the whole answer.
#pragma once

#include "common/result.h"

#include <chrono>
#include <string>

namespace latchkey::phone {

struct HttpAnswer {
    int status = 0;
    std::string body; // at most 64 KiB
};

inline constexpr std::chrono::milliseconds kAnswerLimit = std::chrono::seconds(15);

// Sends and waits, at most until the limit is over. Needs a QCoreApplication; runs its event loop meanwhile.
// Goes to the server directly (no proxy: the server is on the kiosk's network) and follows no redirect, for
// what is sent is a proof for this address. Qt sends a request again when the server hangs up without a word;
// a proof is good for one approval only.
// On failure, why there is no answer: no connection, too late, a redirect, too much of it.
Result<HttpAnswer, std::string> httpGet(const std::string& url,
                                        std::chrono::milliseconds limit = kAnswerLimit);
Result<HttpAnswer, std::string> httpPost(const std::string& url, const std::string& contentType,
                                         const std::string& body,
                                         std::chrono::milliseconds limit = kAnswerLimit);

} // namespace latchkey::phone
