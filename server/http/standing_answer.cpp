#include "server/http/standing_answer.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace latchkey {

StandingAnswer::StandingAnswer(std::string request, std::string answer, std::unique_ptr<Terms> terms)
    : m_request(std::move(request)), m_answer(std::move(answer)), m_terms(std::move(terms)) {}

StandingAnswer::~StandingAnswer() {
    OPENSSL_cleanse(m_request.data(), m_request.size());
    OPENSSL_cleanse(m_answer.data(), m_answer.size());
}

bool StandingAnswer::isTo(std::string_view request) const {
    return request.size() == m_request.size() &&
           CRYPTO_memcmp(request.data(), m_request.data(), request.size()) == 0;
}

Result<std::optional<std::string>, PendingChange> StandingAnswer::again(const RequestTimes& times) {
    const auto stands = m_terms->renew(m_answer, times);
    if (!stands) return Failure{stands.error()};
    return *stands ? std::optional(m_answer) : std::nullopt;
}

Result<std::optional<std::string>, PendingChange> StandingAnswers::again(std::string_view request,
                                                                         const RequestTimes& times) {
    using Bytes = std::optional<std::string>;
    const auto found =
        std::ranges::find_if(m_answers, [&](const auto& answer) { return answer && answer->isTo(request); });
    if (found == m_answers.end()) return Bytes();
    std::rotate(m_answers.begin(), found, found + 1);
    try {
        auto again = m_answers.front()->again(times);
        if (!again || *again) return again;
    } catch (const std::exception&) { // which meets the handler, too, and is told of then
    }
    m_answers.front().reset();
    return Bytes();
}

void StandingAnswers::keep(std::unique_ptr<StandingAnswer> answer) {
    if (m_answers.front()) std::swap(m_answers.front(), m_answers.back());
    m_answers.front() = std::move(answer);
}

} // namespace latchkey
