#include "server/store/database_location.h"

#include <algorithm>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace latchkey {

namespace {

constexpr const char* kForms = "write sqlite3:PATH or postgresql://USER@HOST:PORT/NAME";

using Parameters = std::map<std::string, std::string>; // by libpq's keyword

// RFC 3986 §2.1. libpq and SOCI both take the result apart at nothing but its own marks.
std::string percentEncoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' ||
                           byte == '~' || byte == ',';
        if (plain) {
            encoded += character;
        } else {
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return encoded;
}

std::string joined(const Parameters& parameters) {
    std::string query;
    for (const auto& [keyword, value] : parameters)
        query += (query.empty() ? "?" : "&") + keyword + "=" + percentEncoded(value);
    return query;
}

// libpq's own reading of the URI. Its reasons are not handed on: they quote what they do not understand.
std::optional<Parameters> readUri(const std::string& uri) {
    char* problem = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(uri.c_str(), &problem), PQconninfoFree);
    PQfreemem(problem);
    if (!options) return std::nullopt;
    Parameters parameters;
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option)
        if (option->val) parameters.emplace(option->keyword, option->val);
    return parameters;
}

// Takes our own parameter, listen=yes or listen=no, out of the URI.
bool takeListens(std::string& uri) {
    for (const bool listens : {true, false}) {
        const std::string parameter = listens ? "listen=yes" : "listen=no";
        const std::size_t at = uri.find(parameter);
        const std::size_t end = at + parameter.size();
        if (at == std::string::npos || (uri[at - 1] != '?' && uri[at - 1] != '&')) continue;
        if (end < uri.size() && uri[end] != '&') continue;
        uri.erase(at, parameter.size() + (end < uri.size() ? 1 : 0));
        return listens;
    }
    return true;
}

// An @ or a / of a password that was not percent-encoded makes a host or a port of its end, and errors name
// those.
bool holdsPartOfAPassword(const Parameters& parameters) {
    const auto value = [&](const char* keyword) {
        const auto found = parameters.find(keyword);
        return found == parameters.end() ? std::string() : found->second;
    };
    return value("host").find('@') != std::string::npos ||
           value("port").find_first_not_of("0123456789,") != std::string::npos;
}

std::string shownUri(Parameters parameters) {
    const auto take = [&](const char* keyword) {
        const auto node = parameters.extract(keyword);
        return node ? percentEncoded(node.mapped()) : std::string();
    };
    const std::string user = take("user");
    const std::string password = take("password");
    const std::string host = take("host");
    const std::string port = take("port");
    const std::string name = take("dbname");
    parameters.erase("sslpassword");
    return "postgresql://" + user + (password.empty() ? "" : ":***") +
           (user.empty() && password.empty() ? "" : "@") + host + (port.empty() ? "" : ":" + port) + "/" +
           name + joined(parameters);
}

// What an operator may override, each by the same name in the URI (PostgreSQL documentation, §34.1.2).
void addDefaults(Parameters& parameters) {
    for (const auto& [keyword, value] : std::initializer_list<std::pair<const char*, const char*>>{
             {"fallback_application_name", "latchkey-server"},
             {"connect_timeout", "3"}, // s
             {"keepalives_idle", "20"},
             {"keepalives_interval", "5"},
             {"keepalives_count", "3"},
             {"tcp_user_timeout", "10000"},           // ms
             {"target_session_attrs", "read-write"}}) // of several hosts, and not one that has become a copy
        parameters.emplace(keyword, value);
    parameters["client_encoding"] = "UTF8";
}

Result<DatabaseLocation, std::string> parsePostgres(std::string uri) {
    const bool listens = takeListens(uri);
    auto parameters = readUri(uri);
    if (!parameters || holdsPartOfAPassword(*parameters)) {
        return Failure{std::string("it is not one of PostgreSQL's URIs; write "
                                   "postgresql://USER@HOST:PORT/NAME, with % and two hex digits for "
                                   "every character of a password or path that is no letter or digit")};
    }
    std::string shown = shownUri(*parameters);
    addDefaults(*parameters);
    return DatabaseLocation{
        PostgresServer{std::move(shown), ConnectionUri("postgresql:///" + joined(*parameters)), listens}};
}

} // namespace

Result<DatabaseLocation, std::string> DatabaseLocation::parse(std::string_view text) {
    for (const std::string_view scheme : {"postgresql://", "postgres://"})
        if (text.starts_with(scheme)) return parsePostgres(std::string(text));
    constexpr std::string_view scheme = "sqlite3:";
    if (!text.starts_with(scheme)) return Failure{std::string("the engine is not known; ") + kForms};
    text.remove_prefix(scheme.size());
    if (text.empty()) return Failure{std::string("the path is missing; ") + kForms};
    return DatabaseLocation{SqliteFile{std::filesystem::path(text)}};
}

std::string DatabaseLocation::text() const {
    if (const SqliteFile* sqlite = file()) return "sqlite3:" + sqlite->path.string();
    return std::get<PostgresServer>(place).shown;
}

} // namespace latchkey
