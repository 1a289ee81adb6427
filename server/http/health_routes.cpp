#include "server/http/health_routes.h"

#include "server/http/answers.h"

#include <nlohmann/json.hpp>

namespace latchkey {

namespace {

using httplib::Request;
using httplib::Response;
using nlohmann::json;

void answer(Response& response, const std::vector<std::string>& obstacles, json body) {
    body["version"] = LATCHKEY_VERSION;
    body["ready"] = obstacles.empty();
    if (!obstacles.empty()) body["reasons"] = obstacles;
    answerJson(response, obstacles.empty() ? 200 : 503, body.dump());
}

} // namespace

void HealthRoutes::install(httplib::Server& server) {
    server.Get("/api/health", [this](const Request&, Response& response) {
        answer(response, obstacles(), {{"live", true}});
    });
    server.Get("/api/health/ready",
               [this](const Request&, Response& response) { answer(response, obstacles(), json::object()); });
    server.Get("/api/health/live", [](const Request&, Response& response) {
        answerJson(response, 200, json{{"live", true}, {"version", LATCHKEY_VERSION}}.dump());
    });
}

std::vector<std::string> HealthRoutes::obstacles() {
    std::vector<std::string> obstacles;
    if (m_stopping) obstacles.emplace_back("the server is stopping");
    const std::string trouble = m_logins.databaseTrouble();
    if (!trouble.empty()) obstacles.push_back(trouble);
    return obstacles;
}

} // namespace latchkey
