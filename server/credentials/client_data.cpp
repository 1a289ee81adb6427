#include "server/credentials/client_data.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace latchkey {

namespace {

struct ClientData {
    std::string type;
    std::string challenge; // base64url
    std::string origin;
    bool isFramed = false; // by a page of another origin
};

std::optional<std::string> textOf(const nlohmann::json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end() || !member->is_string()) return std::nullopt;
    return member->get<std::string>();
}

std::optional<ClientData> read(ByteView json) {
    // The parser would take a zero byte for the end. JSON has none: in a string it is escaped.
    if (std::ranges::find(json, std::uint8_t{0}) != json.end()) return std::nullopt;
    const auto object = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (!object.is_object()) return std::nullopt;
    const auto type = textOf(object, "type");
    const auto challenge = textOf(object, "challenge");
    const auto origin = textOf(object, "origin");
    if (!type || !challenge || !origin) return std::nullopt;
    const auto crossOrigin = object.find("crossOrigin");
    const bool saysWhether = crossOrigin != object.end();
    if (saysWhether && !crossOrigin->is_boolean()) return std::nullopt;
    // Level 3 adds topOrigin, the other page's origin.
    const bool isFramed = object.contains("topOrigin") || (saysWhether && crossOrigin->get<bool>());
    return ClientData{*type, *challenge, *origin, isFramed};
}

} // namespace

Outcome<WebAuthnError> checkClientData(ByteView json, Ceremony ceremony, std::string_view challenge,
                                       std::string_view origin) {
    const auto data = read(json);
    if (!data) return Failure{WebAuthnError::ClientDataMalformed};
    if (data->type != (ceremony == Ceremony::Registration ? "webauthn.create" : "webauthn.get")) {
        return Failure{WebAuthnError::OtherCeremony};
    }
    if (data->challenge != toBase64Url(asBytes(challenge))) return Failure{WebAuthnError::OtherChallenge};
    if (data->origin != origin) return Failure{WebAuthnError::OtherOrigin};
    if (data->isFramed) return Failure{WebAuthnError::CrossOrigin};
    return {};
}

} // namespace latchkey
