#include "server/http/kiosk_routes.h"

#include "server/http/answers.h"
#include "server/http/bearer_token.h"

namespace latchkey {

void KioskRoutes::install(httplib::Server& server) {
    server.Post("/api/kiosk/event", [this](const httplib::Request& request, httplib::Response& response) {
        report(request, response);
    });
}

void KioskRoutes::report(const httplib::Request& request, httplib::Response& response) {
    const auto token = bearerToken(request);
    const auto kiosk = token ? m_events.authenticate(*token) : std::nullopt;
    if (!kiosk)
        return refuseToken(response,
                           "only a registered kiosk reports events; send its token as a bearer token");
    const auto event = KioskEvent::parse(request.body);
    if (!event) return answerRefusal(response, Refusal{Refusal::Reason::Malformed, event.error(), {}});
    const auto reported = m_events.report(*kiosk, *event, request.remote_addr);
    if (!reported) return answerRefusal(response, reported.error());
    answerJson(response, 200, Verdict{200, "noted"}.toJson());
}

} // namespace latchkey
