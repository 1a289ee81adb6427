#include "server/http/lnurl_routes.h"

#include "server/http/answers.h"

#include <nlohmann/json.hpp>

namespace latchkey {

namespace {

constexpr std::size_t kMostParameter = 400;

std::string parameter(const httplib::Request& request, const char* name) {
    return request.has_param(name) ? request.get_param_value(name) : std::string();
}

template <class T>
Outcome<Refusal> withoutValue(const Result<T, Refusal>& result) {
    if (!result) return Failure{result.error()};
    return {};
}

} // namespace

LnurlRoutes::LnurlRoutes(ApprovalService& approvals, PhoneEnrolment& enrolment)
    : m_approvals(approvals), m_enrolment(enrolment) {}

void LnurlRoutes::install(httplib::Server& server) {
    server.Get(std::string(LnurlChallengeCodec::kPath), [this](const httplib::Request& request,
                                                               httplib::Response& response) {
        const auto done = callback(request);
        answerJson(response, 200,
                   done ? nlohmann::json{{"status", "OK"}}.dump()
                        : nlohmann::json{{"status", "ERROR"}, {"reason", done.error().message}}.dump());
    });
}

// LUD-04's actions: "login" (also "auth", or none) is for keys that are enrolled, "register" also for others
// where registration is not closed, "link" adds the key to the user of an invitation.
Outcome<Refusal> LnurlRoutes::callback(const httplib::Request& request) {
    for (const char* name : {"k1", "sig", "key", "k", "action", "name"}) {
        if (parameter(request, name).size() > kMostParameter) {
            return m_approvals.refuseMalformed("the parameter " + std::string(name) + " is too long",
                                               request.remote_addr);
        }
    }
    if (parameter(request, "tag") != "login")
        return m_approvals.refuseMalformed("the parameter tag is not \"login\"", request.remote_addr);
    const WalletProof wallet{parameter(request, "k1"), parameter(request, "sig"), parameter(request, "key"),
                             parameter(request, "k")};
    const std::string action = parameter(request, "action");
    if (action == "link") return withoutValue(m_enrolment.linkWallet(wallet, request.remote_addr));

    ProofSubmission submission{wallet};
    if (action == "register") {
        submission.name = parameter(request, "name");
        if (submission.name.empty())
            submission.name = "Wallet " + wallet.key.substr(0, 8); // LUD-04 has no names
    } else if (!action.empty() && action != "login" && action != "auth") {
        return m_approvals.refuseMalformed("the parameter action is none of login, register, link and auth",
                                           request.remote_addr);
    }
    return withoutValue(m_approvals.approve(submission, request.remote_addr));
}

} // namespace latchkey
