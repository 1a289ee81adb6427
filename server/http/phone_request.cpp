#include "server/http/phone_request.h"

#include <nlohmann/json.hpp>

namespace latchkey {

namespace {

constexpr std::size_t kMostCredential = 1400; // base64url of the longest credential id

} // namespace

PhoneRequest::PhoneRequest(const std::string& body)
    : PhoneRequest(nlohmann::json::parse(body, nullptr, false)) {}

PhoneRequest::PhoneRequest(const nlohmann::json& object)
    : m_object(std::make_unique<nlohmann::json>(object)) {
    if (!m_object->is_object()) complain("the body is not a JSON object");
}

PhoneRequest::~PhoneRequest() = default;

void PhoneRequest::complain(const std::string& problem) {
    if (m_problem.empty()) m_problem = problem;
}

std::string PhoneRequest::text(const char* name, std::size_t mostBytes) {
    std::string value = optionalText(name, mostBytes);
    if (value.empty()) complain("\"" + std::string(name) + "\" is missing");
    return value;
}

std::string PhoneRequest::optionalText(const char* name, std::size_t mostBytes) {
    if (!m_object->is_object()) return {};
    const auto member = m_object->find(name);
    if (member == m_object->end() || member->is_null()) return {};
    if (!member->is_string()) {
        complain("\"" + std::string(name) + "\" is not a string");
        return {};
    }
    auto value = member->get<std::string>();
    if (value.size() > mostBytes) {
        complain("\"" + std::string(name) + "\" is longer than " + std::to_string(mostBytes) + " bytes");
        return {};
    }
    return value;
}

PhoneRequest::Key PhoneRequest::key() {
    const std::string kind = text("kind", 16);
    Key key{Credential::Kind::Page, text("credential", kMostCredential)};
    if (kind == toText(Credential::Kind::Passkey)) {
        key.kind = Credential::Kind::Passkey;
    } else if (kind != toText(Credential::Kind::Page)) {
        complain("\"kind\" is neither \"page\" nor \"passkey\"");
    }
    return key;
}

std::optional<PhoneRequest::Key> PhoneRequest::optionalKey(const char* member) {
    if (!m_object->is_object()) return std::nullopt;
    const auto found = m_object->find(member);
    if (found == m_object->end() || found->is_null()) return std::nullopt;
    PhoneRequest nested(*found);
    Key key = nested.key();
    if (!nested.problem().empty()) complain("in \"" + std::string(member) + "\", " + nested.problem());
    return key;
}

Bytes PhoneRequest::bytes(const char* name, std::size_t mostBytes) {
    const std::string encoded = text(name, (mostBytes * 4 + 2) / 3);
    if (auto decoded = fromBase64Url(encoded)) return *std::move(decoded);
    complain("\"" + std::string(name) + "\" is not base64url without padding");
    return {};
}

NewKeyProof PhoneRequest::newKey() {
    if (m_object->is_object() && m_object->contains("attestation_object")) {
        Bytes clientData = bytes("client_data", PasskeyLimits::mostClientData);
        return PasskeyRegistration{std::move(clientData),
                                   bytes("attestation_object", PasskeyLimits::mostAttestationObject)};
    }
    std::string publicKey = text("public_key", 200);
    return PageKeyProof{std::move(publicKey), text("signature", 256)};
}

} // namespace latchkey
