#include "server/http/front_answers.h"

#include "common/wire.h"

namespace latchkey {

namespace {

std::string_view reasonPhrase(int status) {
    switch (status) {
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

std::string_view explanation(int status) {
    switch (status) {
    case 408:
        return "the request did not arrive in time";
    case 413:
        return "the request's body is too large";
    case 429:
        return "too many requests were sent without waiting for an answer";
    case 431:
        return "the request's header lines are too many or too long";
    case 501:
        return "this transfer coding is not supported; send the body with a Content-Length or chunked";
    case 503:
        return "there are too many connections, or too many from this address; try again later";
    default:
        return "this is not a well-formed HTTP/1.1 request";
    }
}

std::string lastAnswer(int status, const httplib::Headers& headers, std::string_view type,
                       const std::string& body) {
    std::string answer =
        "HTTP/1.1 " + std::to_string(status) + " " + std::string(reasonPhrase(status)) + "\r\n";
    for (const auto& [name, value] : headers) answer += name + ": " + value + "\r\n";
    answer += "Content-Type: " + std::string(type) + "\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\nConnection: close\r\n\r\n" + body;
    return answer;
}

} // namespace

const httplib::Headers& securityHeaders() {
    static const httplib::Headers headers{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
         "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-store"},
    };
    return headers;
}

HeaderLines::HeaderLines(const httplib::Headers& headers) {
    for (const auto& [name, value] : headers) {
        m_lines.push_back({"\r\n" + name + ": ", name + ": " + value + "\r\n"});
        m_size += m_lines.back().text.size();
    }
}

void HeaderLines::addTo(std::string& answer) const {
    const std::size_t end = answer.find("\r\n\r\n");
    if (end == std::string::npos) return;
    const auto own = std::string_view(answer).substr(0, end);
    std::string added;
    added.reserve(m_size);
    for (const Line& line : m_lines)
        if (own.find(line.start) == std::string_view::npos) added += line.text;
    answer.insert(end + 2, added);
}

void putHeader(std::string& answer, std::string_view name, std::string_view value) {
    const std::size_t line = answer.find("\r\n" + std::string(name) + ": ");
    answer.replace(line + name.size() + 4, value.size(), value);
}

bool putBody(std::string& answer, std::string_view body) {
    constexpr std::string_view blank = "\r\n\r\n";
    const std::size_t begin = answer.find(blank) + blank.size();
    if (answer.size() - begin != body.size()) return false;
    answer.replace(begin, body.size(), body);
    return true;
}

std::string refusalAnswer(int status, const httplib::Headers& headers) {
    return lastAnswer(status, headers, "application/json",
                      Verdict{status, std::string(explanation(status))}.toJson());
}

std::string httpsOnlyAnswer() {
    return lastAnswer(400, securityHeaders(), "text/plain; charset=utf-8",
                      "This server speaks https only: write https:// in front of its address.\n");
}

} // namespace latchkey
