#include "server/http/phone_routes.h"

#include "common/wire.h"
#include "server/http/answers.h"
#include "server/http/phone_request.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace latchkey {

namespace {

using nlohmann::json;

constexpr std::size_t kMostToken = 64;
constexpr std::size_t kMostQrString = 2048;
constexpr std::size_t kMostName = 400;

std::string_view toText(PhoneStanding::State state) {
    switch (state) {
    case PhoneStanding::State::Enrolled:
        return "enrolled";
    case PhoneStanding::State::Pending:
        return "pending";
    case PhoneStanding::State::Disabled:
        return "disabled";
    case PhoneStanding::State::Unknown:
        break;
    }
    return "unknown";
}

json toJson(const PhoneStanding& standing) {
    json object{{"state", toText(standing.state)}};
    if (!standing.userName.empty()) object["name"] = standing.userName;
    return object;
}

std::string_view toText(Registration registration) {
    switch (registration) {
    case Registration::Open:
        return "open";
    case Registration::Approve:
        return "approve";
    case Registration::Closed:
        break;
    }
    return "closed";
}

// True when the request was well-formed; else it is refused.
bool readable(const PhoneRequest& body, httplib::Response& response) {
    if (body.problem().empty()) return true;
    answerRefusal(response, Refusal{Refusal::Reason::Malformed, body.problem(), {}});
    return false;
}

void answerDone(httplib::Response& response, const Outcome<Refusal>& outcome, const std::string& message) {
    if (!outcome) return answerRefusal(response, outcome.error());
    answerJson(response, 200, Verdict{200, message}.toJson());
}

void answerEnrolled(httplib::Response& response, const Result<PhoneEnrolment::Enrolled, Refusal>& enrolled) {
    if (!enrolled) return answerRefusal(response, enrolled.error());
    const PhoneStanding standing{enrolled->pending ? PhoneStanding::State::Pending
                                                   : PhoneStanding::State::Enrolled,
                                 enrolled->userName};
    answerJson(
        response, 200,
        json{{"device", enrolled->device.text()}, {"user", enrolled->userName}, {"you", toJson(standing)}}
            .dump());
}

} // namespace

PhoneRoutes::PhoneRoutes(LoginCore& core, ScanService& scans, PhoneEnrolment& enrolment, int waiting)
    : m_core(core), m_scans(scans), m_enrolment(enrolment), m_waiting(std::min(waiting, kMostWaiting)) {}

void PhoneRoutes::install(httplib::Server& server) {
    using Handler = void (PhoneRoutes::*)(const Request&, Response&);
    const auto post = [&](const char* path, Handler handler) {
        server.Post(path, [this, handler](const Request& request, Response& response) {
            (this->*handler)(request, response);
        });
    };
    post("/api/phone/open", &PhoneRoutes::open);
    post("/api/phone/pick", &PhoneRoutes::pick);
    post("/api/phone/decline", &PhoneRoutes::decline);
    post("/api/phone/lock", &PhoneRoutes::lock);
    post("/api/phone/device", &PhoneRoutes::standing);
    post("/api/phone/code", &PhoneRoutes::typedCode);
    post("/api/phone/register", &PhoneRoutes::registerHere);
    post("/api/phone/invitation", &PhoneRoutes::invitation);
    post("/api/phone/enrol", &PhoneRoutes::enrol);
}

void PhoneRoutes::open(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const std::string challenge = body.text("challenge", kMostQrString);
    const auto key = body.optionalKey("device");
    if (!readable(body, response)) return;
    const auto opened = m_scans.open(challenge, request.remote_addr);
    if (!opened) return answerRefusal(response, opened.error());
    const PhoneStanding you = key ? m_scans.standing(key->kind, key->credential) : PhoneStanding();
    answerJson(response, 200,
               json{{"scan", opened->token},
                    {"numbers", opened->numbers},
                    {"expires_in", opened->expiresIn.count()},
                    {"registration", toText(m_core.policy()->registration)},
                    {"you", toJson(you)}}
                   .dump());
}

void PhoneRoutes::pick(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const std::string scan = body.text("scan", kMostToken);
    const std::string number = body.text("number", 8);
    if (!readable(body, response)) return;
    answerDone(response, m_scans.pick(scan, number, request.remote_addr), "that is the number on the screen");
}

void PhoneRoutes::decline(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const std::string scan = body.text("scan", kMostToken);
    if (!readable(body, response)) return;
    answerDone(response, m_scans.decline(scan, request.remote_addr), "declined; nobody was signed in");
}

void PhoneRoutes::lock(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const std::string scan = body.text("scan", kMostToken);
    if (!readable(body, response)) return;
    answerDone(response, m_scans.lock(scan, request.remote_addr), "locked; nobody is signed in there");
}

void PhoneRoutes::standing(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const auto key = body.key();
    if (!readable(body, response)) return;
    answerJson(response, 200, json{{"you", toJson(m_scans.standing(key.kind, key.credential))}}.dump());
}

void PhoneRoutes::typedCode(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const std::string code = body.text("code", 32);
    if (!readable(body, response)) return;
    if (!m_waiting.try_acquire()) {
        m_core.tally.count(Refusal::Reason::TooMany);
        return answerRefusal(response,
                             Refusal{Refusal::Reason::TooMany,
                                     "too many codes are being typed at the same time; try again shortly",
                                     ScanService::kTypedCodePatience});
    }
    struct Release {
        std::counting_semaphore<kMostWaiting>& waiting;
        ~Release() { waiting.release(); }
    } const release{m_waiting};
    const auto qr = m_scans.resolveTypedCode(code, request.remote_addr);
    if (!qr) return answerRefusal(response, qr.error());
    answerJson(response, 200, json{{"qr", *qr}}.dump());
}

void PhoneRoutes::registerHere(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const PhoneEnrolment::Registrant registrant{body.text("scan", kMostToken), body.text("name", kMostName),
                                                body.optionalText("email", 254),
                                                body.optionalText("label", kMostName)};
    const NewKeyProof key = body.newKey();
    if (!readable(body, response)) return;
    answerEnrolled(response, m_enrolment.registerHere(registrant, key, request.remote_addr));
}

void PhoneRoutes::invitation(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const InvitationToken token(body.text("invitation", kMostToken));
    if (!readable(body, response)) return;
    const auto invitation = m_enrolment.invitation(token, request.remote_addr);
    if (!invitation) return answerRefusal(response, invitation.error());
    json answer{{"user", invitation->userName},
                {"expires_in", invitation->expiresIn.count()},
                {"message", invitation->message}};
    if (!invitation->lnurl.empty()) answer["lightning"] = invitation->lnurl;
    answerJson(response, 200, answer.dump());
}

void PhoneRoutes::enrol(const Request& request, Response& response) {
    PhoneRequest body(request.body);
    const InvitationToken token(body.text("invitation", kMostToken));
    const std::string label = body.optionalText("label", kMostName);
    const NewKeyProof key = body.newKey();
    if (!readable(body, response)) return;
    answerEnrolled(response, m_enrolment.enrol(token, key, label, request.remote_addr));
}

} // namespace latchkey
