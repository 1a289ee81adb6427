#include "server/http/answers.h"

#include "common/wire.h"

namespace latchkey {

void answerJson(httplib::Response& response, int status, const std::string& body) {
    response.status = status;
    response.set_content(body, "application/json");
}

void answerHtml(httplib::Response& response, int status, const std::string& page) {
    response.status = status;
    response.set_content(page, "text/html; charset=utf-8");
}

void answerRefusal(httplib::Response& response, int status, const std::string& message) {
    answerJson(response, status, Verdict{status, message}.toJson());
}

void answerRefusal(httplib::Response& response, const Refusal& refusal) {
    if (refusal.retryAfter.count() > 0)
        response.set_header("Retry-After", std::to_string(refusal.retryAfter.count()));
    const int status = statusOf(refusal.reason);
    answerJson(response, status,
               Verdict{status, refusal.message, std::string(toText(refusal.reason))}.toJson());
}

int statusOf(Refusal::Reason reason) {
    using Reason = Refusal::Reason;
    switch (reason) {
    case Reason::Malformed:
        return 400;
    case Reason::NumberRequired:
    case Reason::WrongNumber:
    case Reason::RegistrationClosed:
        return 403;
    case Reason::NotOurChallenge:
    case Reason::AlreadyUsed:
    case Reason::NotEnrolled:
    case Reason::Pending:
    case Reason::Disabled:
    case Reason::ScanEnded:
    case Reason::InvitationEnded:
    case Reason::UnknownCode:
        return 404;
    case Reason::SignatureMismatch:
        return 406;
    case Reason::Expired:
        return 408;
    case Reason::AlreadyEnrolled:
        return 409;
    case Reason::TooMany:
        break;
    }
    return 429;
}

} // namespace latchkey
