#include "server/http/standing_answer.h"

#include <openssl/crypto.h>

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

} // namespace latchkey
