#include "server/http/routes.h"

#include "common/encoding.h"
#include "common/qr_matrix.h"
#include "common/time_format.h"
#include "resources/embedded_files.h"
#include "server/http/answers.h"
#include "server/http/assets.h"
#include "server/http/bearer_token.h"
#include "server/http/bounded_server.h"
#include "server/http/front_answers.h"
#include "server/http/held_request.h"
#include "server/http/webhook_payload.h"
#include "server/store/database.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace latchkey {

namespace {

using httplib::Request;
using httplib::Response;

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kCookie = "latchkey_sid";
constexpr const char* kRequestId = "X-Request-Id";
constexpr const char* kDate = "Date"; // RFC 9110 §6.6.1
constexpr const char* kSetCookie = "Set-Cookie";
// What display clients ask all the time, for a few hundred bytes.
constexpr const char* kCheckFast = "/api/checkfast";
constexpr const char* kGetQrCode = "/api/getqrcode";
constexpr std::chrono::seconds kLongestWait{30};
constexpr std::chrono::seconds kRetryAfter{2}; // the database is away: it is tried every second

void answerPhone(Response& response, const std::string& page) {
    response.set_header("Link", pages::preload());
    answerHtml(response, 200, page);
}

bool wantsHtml(const Request& request) {
    return request.get_header_value("Accept").find("text/html") != std::string::npos;
}

std::string parameter(const Request& request, const char* name) {
    return request.has_param(name) ? request.get_param_value(name) : std::string();
}

// FAST's page starts with sid = "null"; a page that lost it sends "undefined".
bool namesNoSession(const std::string& sid) {
    return sid.empty() || sid == "null" || sid == "undefined";
}

Sid cookieSid(const Request& request) {
    const std::string header = request.get_header_value("Cookie");
    std::string_view cookies(header);
    const std::string prefix = std::string(kCookie) + "=";
    while (!cookies.empty()) {
        std::string_view cookie = cookies.substr(0, cookies.find(';'));
        cookies.remove_prefix(std::min(cookie.size() + 1, cookies.size()));
        while (cookie.starts_with(' ')) cookie.remove_prefix(1);
        if (cookie.starts_with(prefix)) return Sid(std::string(cookie.substr(prefix.size())));
    }
    return {};
}

int wholeNumber(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

// Of a poll: how long it may be held; 0: not at all.
std::chrono::seconds waitOf(const Request& request) {
    const std::chrono::seconds wait{wholeNumber(parameter(request, "wait"))};
    return std::clamp(wait, std::chrono::seconds(0), kLongestWait);
}

// Of a poll: what it has heard before.
LoginService::Known knownTo(const Request& request) {
    return {sessionStateFrom(parameter(request, "state")).value_or(SessionState::Waiting),
            parameter(request, "number"), parameter(request, "revision")};
}

std::uint64_t anyNumber(const RandomFill& random) {
    std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
    random(bytes);
    return std::bit_cast<std::uint64_t>(bytes);
}

} // namespace

// That a session waits. Its polls hear nothing else until somebody opens its code.
class Routes::WaitingPoll final : public StandingAnswer::Terms {
  public:
    // wait: how long the poll may be held; 0: not at all.
    WaitingPoll(Routes& routes, Sid sid, std::chrono::seconds wait)
        : m_routes(routes), m_sid(std::move(sid)), m_wait(wait) {}

    bool cover(std::string_view answer) const override {
        return answer.starts_with("HTTP/1.1 200 ") &&
               answer.ends_with("\r\n\r\n" + StatusAnswer{m_sid, SessionState::Waiting}.toJson());
    }

    Result<bool, PendingChange> renew(std::string& answer, const RequestTimes& times) override {
        LoginCore& core = m_routes.m_core;
        if (core.log.writes(LogLevel::Debug)) return false;    // which tells of each request
        if (auto codecs = core.codecs(); codecs != m_codecs) { // the first time, or the keys have changed
            m_session = codecs->sids.open(m_sid);
            m_codecs = std::move(codecs);
        }
        if (!m_session) return false;
        const auto deadline = m_wait.count() > 0 ? times.arrival + m_wait : Time::min();
        const auto waits = m_routes.m_logins.stillWaits(*m_session, deadline);
        if (!waits || !*waits) return waits;
        m_routes.giveAgain(answer, kCheckFast, times);
        return true;
    }

  private:
    using Time = std::chrono::steady_clock::time_point;

    Routes& m_routes;
    const Sid m_sid;
    const std::chrono::seconds m_wait;
    std::shared_ptr<const Codecs> m_codecs; // that opened the sid
    std::optional<Session> m_session;
};

// That a code can be had. All that differs from one to the next is put into the answer; sids have one length,
// and where the rest has another one the answer is written anew.
class Routes::FreshCode final : public StandingAnswer::Terms {
  public:
    FreshCode(Routes& routes, CodeRequest asked) : m_routes(routes), m_asked(std::move(asked)) {}

    bool cover(std::string_view answer) const override { return answer.starts_with("HTTP/1.1 200 "); }

    Result<bool, PendingChange> renew(std::string& answer, const RequestTimes& times) override {
        if (m_routes.m_core.log.writes(LogLevel::Debug)) return false; // which tells of each request
        const auto code = m_routes.codeFor(m_asked);
        if (!code || !putBody(answer, code->toJson())) return false;
        putHeader(answer, kSetCookie, m_routes.cookie(code->sid));
        m_routes.giveAgain(answer, kGetQrCode, times);
        return true;
    }

  private:
    Routes& m_routes;
    const CodeRequest m_asked;
};

Routes::Routes(LoginCore& core, Services services, WebAddress publicUrl)
    : m_core(core),
      m_logins(services.logins),
      m_approvals(services.approvals),
      m_scans(services.scans),
      m_publicUrl(std::move(publicUrl)),
      m_site{m_publicUrl.host(), m_publicUrl.origin(), m_publicUrl.secure()},
      m_requestIds(anyNumber(core.random)) {}

void Routes::setCorsOrigins(std::vector<std::string> origins) {
    const std::lock_guard lock(m_originsMutex);
    m_corsOrigins = std::move(origins);
}

void Routes::install(BoundedServer& server) {
    installHandling(server);
    installApi(server);
    installPages(server);
    for (const char* path : {kCheckFast, kGetQrCode}) server.sendsUncompressed(path);
    server.answersAgain([this](const Request& request) { return termsOf(request); });
}

void Routes::installApi(httplib::Server& server) {
    // The library tries them in order: what is asked most comes first.
    server.Get(kCheckFast,
               [this](const Request& request, Response& response) { checkFast(request, response); });
    server.Get(kGetQrCode,
               [this](const Request& request, Response& response) { getQrCode(request, response); });
    server.Get("/site/dashboard",
               [this](const Request& request, Response& response) { dashboard(request, response); });
    server.Post("/api/signout",
                [this](const Request& request, Response& response) { signOut(request, response); });
    const std::string webhookPath(QrString::kPath);
    server.Get(webhookPath,
               [this](const Request& request, Response& response) { approvalPage(request, response); });
    server.Post(webhookPath,
                [this](const Request& request, Response& response) { webhook(request, response); });
}

void Routes::installPages(httplib::Server& server) {
    const auto serveFile = [&server](const char* path, const char* file, const char* type) {
        server.Get(path, [file, type](const Request&, Response& response) {
            response.set_content(std::string(embeddedFile(file)), type);
        });
    };
    serveFile("/site/login", "site/login.html", kHtml);
    serveFile("/site/login\\.js", "site/login.js", "text/javascript; charset=utf-8");
    serveFile("/site/dashboard\\.js", "site/dashboard.js", "text/javascript; charset=utf-8");
    serveFile("/site/latchkey\\.css", "site/latchkey.css", "text/css; charset=utf-8");
    installAssets(server);
    server.Get("/enrol", [this](const Request& request, Response& response) {
        answerPhone(response, pages::enrol(m_site, languageOf(request)));
    });
    server.Get("/c", [this](const Request& request, Response& response) {
        answerPhone(response, pages::typedCode(m_site, languageOf(request)));
    });
    server.Get("/site/code\\.svg",
               [this](const Request& request, Response& response) { codeImage(request, response); });
    server.Get("/", [](const Request&, Response& response) { response.set_redirect("site/login"); });
}

void Routes::installHandling(httplib::Server& server) {
    using Handled = httplib::Server::HandlerResponse;
    server.set_pre_routing_handler([this](const Request& request, Response& response) {
        response.set_header(kRequestId, nextRequestId());
        response.set_header(kDate, date());
        allowOrigin(request, response);
        if (request.method != "OPTIONS") return Handled::Unhandled;
        response.status = 204;
        return Handled::Handled;
    });
    server.set_error_handler([](const Request&, Response& response) {
        if (!response.body.empty()) return;
        answerRefusal(response, response.status,
                      response.status == 404 ? "there is nothing at this path" : "the request is refused");
    });
    server.set_exception_handler([this](const Request& request, Response& response,
                                        std::exception_ptr thrown) {
        std::string reason = "an unknown exception";
        try {
            std::rethrow_exception(std::move(thrown));
        } catch (const NotYet&) {
            throw;
        } catch (const DatabaseUnavailable&) { // which is logged when it is lost, not for each request
            response.set_header("Retry-After", std::to_string(kRetryAfter.count()));
            return answerRefusal(response, 503,
                                 "the server cannot use its database just now; try again shortly");
        } catch (const std::exception& error) {
            reason = error.what();
        } catch (...) { // keeps the reason above
        }
        const std::string id = response.get_header_value(kRequestId);
        m_core.log.error("request.failed", {{"path", request.path}, {"request", id}, {"reason", reason}});
        answerRefusal(response, 500,
                      "something went wrong on the server's side; tell its operator the request id " + id);
    });
    server.set_logger([this](const Request& request, const Response& response) {
        m_requests.count(request, response);
        if (!m_core.log.writes(LogLevel::Debug)) return;
        m_core.log.debug("request.served", {{"method", request.method},
                                            {"path", request.path},
                                            {"status", response.status},
                                            {"address", request.remote_addr},
                                            {"request", response.get_header_value(kRequestId)}});
    });
}

// Not to be mistaken for one of another start or node; nothing hangs on whether it can be guessed.
std::string Routes::nextRequestId() {
    std::uint64_t number = m_requestIds.fetch_add(1, std::memory_order_relaxed);
    std::array<std::uint8_t, sizeof number> bytes{};
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8)
        *byte = static_cast<std::uint8_t>(number);
    return toHex(bytes);
}

std::string Routes::date() const {
    return toHttpDate(m_core.now());
}

// One that stands: what is of the moment in it is put in, and it is counted as the library's are.
void Routes::giveAgain(std::string& answer, const char* path, const RequestTimes& times) {
    putHeader(answer, kRequestId, nextRequestId());
    putHeader(answer, kDate, date());
    m_requests.count({"GET", path}, 200, times);
}

// CORS (Fetch standard §3.2): only for the origins that the operator listed, and never with credentials.
void Routes::allowOrigin(const Request& request, Response& response) {
    const std::string origin = request.get_header_value("Origin");
    if (origin.empty()) return;
    const std::lock_guard lock(m_originsMutex);
    if (m_corsOrigins.empty()) return;
    response.set_header("Vary", "Origin");
    if (std::ranges::find(m_corsOrigins, origin) == m_corsOrigins.end()) return;
    response.set_header("Access-Control-Allow-Origin", origin);
    response.set_header("Access-Control-Allow-Methods", "GET, POST");
    response.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type");
    response.set_header("Access-Control-Max-Age", "600");
}

// As Set-Cookie has it; an empty sid takes it back.
std::string Routes::cookie(const Sid& sid) const {
    return std::string(kCookie) + "=" + sid.reveal() + "; Path=/; HttpOnly; SameSite=Strict" +
           (m_publicUrl.secure() ? "; Secure" : "") + (sid.empty() ? "; Max-Age=0" : "");
}

// The session that a page means: the one it names, or the cookie's where it names none. FAST's page may name
// an older one than it shows, brought back by a late answer to a poll from before a reload; so a cookie's
// session that is signed in goes before one that is not.
Sid Routes::sessionOf(const std::string& named, const Sid& cookie) {
    if (namesNoSession(named)) return cookie;
    const Sid sid(named);
    if (cookie.empty() || cookie == sid || !signedIn(cookie) || signedIn(sid)) return sid;
    return cookie;
}

bool Routes::signedIn(const Sid& sid) {
    return m_logins.status(sid).state == SessionState::Authenticated;
}

void Routes::getQrCode(const Request& request, Response& response) {
    const auto answer = codeFor({Sid(parameter(request, "sid")), cookieSid(request), bearerToken(request)});
    if (!answer) return refuseToken(response, answer.error());
    response.set_header(kSetCookie, cookie(answer->sid));
    answerJson(response, 200, answer->toJson());
}

Result<QrCodeAnswer, std::string> Routes::codeFor(const CodeRequest& asked) {
    Sid sid = sessionOf(asked.named.reveal(), asked.cookie);
    // A page that was loaded anew goes on with its active login; a waiting one gets a new session.
    if (namesNoSession(asked.named.reveal()) && !signedIn(sid)) sid = Sid();
    return m_logins.getQrCode(sid, asked.token);
}

void Routes::checkFast(const Request& request, Response& response) {
    const Sid sid = sessionOf(parameter(request, "sid"), cookieSid(request));
    const std::chrono::seconds wait = waitOf(request);
    if (wait.count() == 0) return answerJson(response, 200, m_logins.status(sid).toJson());
    const auto news = m_logins.news(sid, knownTo(request), timesOf(request).arrival + wait);
    if (!news) throw NotYet{news.error()};
    answerJson(response, 200, news->toJson());
}

// Not where another origin's page asks: which of them may is replaced while the server runs.
std::unique_ptr<StandingAnswer::Terms> Routes::termsOf(const Request& request) {
    if (request.method != "GET" || request.has_header("Origin")) return nullptr;
    if (request.path == kCheckFast) return pollTerms(request);
    if (request.path == kGetQrCode) return codeTerms(request);
    return nullptr;
}

// Not where a part of the answer is asked for: of a fresh one, it is another part.
std::unique_ptr<StandingAnswer::Terms> Routes::codeTerms(const Request& request) {
    if (!request.ranges.empty()) return nullptr;
    return std::make_unique<FreshCode>(
        *this, CodeRequest{Sid(parameter(request, "sid")), cookieSid(request), bearerToken(request)});
}

// Only where nothing else goes into the answer: which of two sessions is meant depends on who is signed in,
// and who knows of another state than waiting is told at once.
std::unique_ptr<StandingAnswer::Terms> Routes::pollTerms(const Request& request) {
    const Sid cookie = cookieSid(request);
    const Sid named(parameter(request, "sid"));
    const Sid& sid = namesNoSession(named.reveal()) ? cookie : named;
    if (sid.empty() || (!cookie.empty() && cookie != sid)) return nullptr;
    const std::chrono::seconds wait = waitOf(request);
    const LoginService::Known known = knownTo(request);
    const bool knowsOfMore =
        known.state != SessionState::Waiting || !known.number.empty() || !known.revision.empty();
    if (wait.count() > 0 && knowsOfMore) return nullptr;
    return std::make_unique<WaitingPoll>(*this, sid, wait);
}

void Routes::dashboard(const Request& request, Response& response) {
    const std::string named = parameter(request, "sid");
    const Sid sid = sessionOf(named, cookieSid(request));
    const auto found = m_logins.dashboard(sid);
    const bool html = wantsHtml(request);
    response.set_header("Vary", "Accept");
    if (found && html)
        return answerHtml(response, 200, pages::dashboard(*found, sid == Sid(named) ? sid : Sid()));
    if (found) return answerJson(response, 200, found->toJson());
    if (html) return answerHtml(response, 401, std::string(embeddedFile("site/signed-out.html")));
    answerRefusal(response, 401, "nobody is signed in here; get a QR code and have it approved");
}

void Routes::signOut(const Request& request, Response& response) {
    const bool form =
        request.get_header_value("Content-Type").starts_with("application/x-www-form-urlencoded");
    std::string named;
    if (form) {
        const auto fields = parseForm(request.body);
        if (!fields) return answerRefusal(response, 400, "the form's percent encoding is broken");
        if (const auto field = fields->find("sid"); field != fields->end()) named = field->second;
    } else if (!request.body.empty()) {
        const auto body = SignOutRequest::parse(request.body);
        if (!body) return answerRefusal(response, 400, body.error());
        named = body->sid.reveal();
    }
    m_logins.signOut(sessionOf(named, cookieSid(request)), request.remote_addr);
    response.set_header(kSetCookie, cookie(Sid()));
    if (wantsHtml(request)) return response.set_redirect("../site/login", 303);
    answerJson(response, 200, StatusAnswer{}.toJson());
}

void Routes::approvalPage(const Request& request, Response& response) {
    // Rebuilt from its parts, because that text is what has to be signed, whatever a phone appended to the
    // URL.
    std::string message = m_publicUrl.text() + std::string(QrString::kPath) +
                          "?s=" + parameter(request, "s") + "&c=" + parameter(request, "c") +
                          "&t=" + parameter(request, "t");
    if (request.has_param("k")) message += "&k=" + parameter(request, "k");
    if (request.has_param("lightning")) message += "&lightning=" + parameter(request, "lightning");
    const auto kiosk = m_scans.describe(message);
    if (!kiosk) {
        const Refusal& refusal = kiosk.error();
        return answerHtml(response, statusOf(refusal.reason),
                          pages::refused(toText(refusal.reason), languageOf(request)));
    }
    const bool offersRegistration = m_core.policy()->registration != Registration::Closed;
    answerPhone(response,
                pages::unlock(m_site, {*kiosk, message, parameter(request, "lightning"), offersRegistration},
                              languageOf(request)));
}

// By the page's own field where a form came from it, so that one page does not answer another's words.
const PageLanguage& Routes::languageOf(const Request& request) const {
    return m_languages.choose(parameter(request, "lang"), request.get_header_value("Accept-Language"));
}

void Routes::webhook(const Request& request, Response& response) {
    const auto submission = parseWebhookPayload(request.get_header_value("Content-Type"), request.body);
    answerProof(request, response,
                submission ? m_approvals.approve(*submission, request.remote_addr)
                           : m_approvals.refuseMalformed(submission.error(), request.remote_addr));
}

void Routes::answerProof(const Request& request, Response& response,
                         const Result<Approval, Refusal>& outcome) {
    const bool html = wantsHtml(request);
    if (outcome) {
        const std::string where = outcome->kiosk ? outcome->kiosk->name : "The screen";
        const std::string message = "Welcome, " + outcome->userName + ". " + where + " is unlocked.";
        if (html) return answerHtml(response, 200, pages::unlocked(outcome->userName, languageOf(request)));
        return answerJson(response, 200, Verdict{200, message, {}, outcome->userName}.toJson());
    }
    const Refusal& refusal = outcome.error();
    answerRefusal(response, refusal);
    if (html)
        answerHtml(response, response.status, pages::refused(toText(refusal.reason), languageOf(request)));
}

// Draws fresh QR strings of this server only: not a QR code service for whoever asks.
void Routes::codeImage(const Request& request, Response& response) {
    const std::string text = parameter(request, "text");
    if (const auto known = m_scans.describe(text); !known) {
        return answerRefusal(response, known.error());
    }
    const auto matrix = QrMatrix::encode(text);
    if (!matrix) return answerRefusal(response, 400, matrix.error());
    response.set_content(matrix->toSvg(), "image/svg+xml");
}

} // namespace latchkey
