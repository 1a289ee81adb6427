// The wire: which path calls what, and which HTTP status says how it went.
#pragma once

#include "common/web_address.h"
#include "server/http/page_language.h"
#include "server/http/pages.h"
#include "server/http/request_tally.h"
#include "server/http/standing_answer.h"
#include "server/login/approval_service.h"
#include "server/login/login_service.h"
#include "server/login/scan_service.h"

#include <httplib.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace latchkey {

class BoundedServer;

class Routes {
  public:
    // The references have to outlive the routes, and the routes the server.
    struct Services {
        LoginService& logins;
        ApprovalService& approvals;
        ScanService& scans;
    };
    Routes(LoginCore& core, Services services, WebAddress publicUrl);

    // Origins whose pages may call us (CORS), canonical. Can be replaced while the server runs.
    void setCorsOrigins(std::vector<std::string> origins);

    void install(BoundedServer& server);
    // What an answer of ours depends on, if it may be given again: see BoundedServer::answersAgain().
    std::unique_ptr<StandingAnswer::Terms> termsOf(const httplib::Request& request);

    // What was answered, by all routes of that server.
    const RequestTally& requests() const { return m_requests; }

  private:
    using Request = httplib::Request;
    using Response = httplib::Response;
    class WaitingPoll;
    class FreshCode;
    // What a request for a code says of itself.
    struct CodeRequest {
        Sid named; // as it is: FAST's words for none are among it
        Sid cookie;
        std::optional<KioskToken> token;
    };

    void installApi(httplib::Server& server);
    void installPages(httplib::Server& server);
    void installHandling(httplib::Server& server);

    void getQrCode(const Request& request, Response& response);
    Result<QrCodeAnswer, std::string> codeFor(const CodeRequest& asked);
    void checkFast(const Request& request, Response& response);
    void dashboard(const Request& request, Response& response);
    void signOut(const Request& request, Response& response);
    void approvalPage(const Request& request, Response& response);
    void webhook(const Request& request, Response& response);
    void codeImage(const Request& request, Response& response);
    const PageLanguage& languageOf(const Request& request) const;

    Sid sessionOf(const std::string& named, const Sid& cookie);
    bool signedIn(const Sid& sid);
    std::string nextRequestId();
    std::string date() const;
    void giveAgain(std::string& answer, const char* path, const RequestTimes& times);
    std::unique_ptr<StandingAnswer::Terms> pollTerms(const Request& request);
    std::unique_ptr<StandingAnswer::Terms> codeTerms(const Request& request);
    void allowOrigin(const Request& request, Response& response);
    void answerProof(const Request& request, Response& response, const Result<Approval, Refusal>& outcome);
    std::string cookie(const Sid& sid) const;

    LoginCore& m_core;
    LoginService& m_logins;
    ApprovalService& m_approvals;
    ScanService& m_scans;
    WebAddress m_publicUrl;
    pages::Site m_site;
    PageLanguages m_languages;
    RequestTally m_requests;
    std::atomic<std::uint64_t> m_requestIds; // counts up from anywhere
    std::mutex m_originsMutex;               // guards m_corsOrigins
    std::vector<std::string> m_corsOrigins;
};

} // namespace latchkey
