#include "server/http/webhook_payload.h"

#include "common/encoding.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

namespace latchkey {

namespace {

using Shape = std::vector<std::string_view>;

struct FieldRule {
    std::string_view name;
    std::size_t mostBytes;
};
constexpr std::array<FieldRule, 11> kRules{{{"address", 128},
                                            {"public_key", 200},
                                            {"credential_id", 1400},
                                            {"client_data", 5500},
                                            {"authenticator_data", 700},
                                            {"signature", 400},
                                            {"message", 2048},
                                            {"challenge", 2048},
                                            {"name", 400},
                                            {"email", 254},
                                            {"scan", 64}}};

// Those that there is a rule for, by its name.
using Fields = std::map<std::string_view, std::string>;

std::optional<std::string> decodeFormText(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            const auto byte = fromHex(text.substr(i + 1, 2));
            if (!byte || byte->size() != 1) return std::nullopt;
            decoded += static_cast<char>(byte->front());
            i += 2;
        }
    }
    return decoded;
}

Result<Fields, std::string> jsonFields(const std::string& body) {
    auto object = nlohmann::json::parse(body, nullptr, false);
    if (!object.is_object()) return Failure{std::string("the body is not a JSON object")};
    Fields fields;
    for (const FieldRule& rule : kRules) {
        const auto member = object.find(rule.name);
        if (member == object.end() || member->is_null()) continue;
        if (!member->is_string()) return Failure{"\"" + std::string(rule.name) + "\" is not a string"};
        fields.emplace(rule.name, std::move(member->get_ref<std::string&>()));
    }
    return fields;
}

Result<Fields, std::string> formFields(std::string_view body) {
    auto form = parseForm(body);
    if (!form) return Failure{std::string("the form's percent encoding is broken")};
    Fields fields;
    for (const FieldRule& rule : kRules) {
        const auto field = form->find(std::string(rule.name));
        if (field != form->end()) fields.emplace(rule.name, std::move(field->second));
    }
    return fields;
}

Result<Fields, std::string> readFields(std::string_view contentType, const std::string& body) {
    return contentType.starts_with("application/x-www-form-urlencoded") ? formFields(body) : jsonFields(body);
}

} // namespace

std::optional<std::map<std::string, std::string>> parseForm(std::string_view body) {
    std::map<std::string, std::string> fields;
    while (!body.empty()) {
        const std::string_view pair = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(pair.size() + 1, body.size()));
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        const auto name = decodeFormText(pair.substr(0, equals));
        const auto value = decodeFormText(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
        if (!name || !value) return std::nullopt;
        fields.emplace(*name, *value);
    }
    return fields;
}

Result<ProofSubmission, std::string> parseWebhookPayload(std::string_view contentType,
                                                         const std::string& body) {
    const auto fields = readFields(contentType, body);
    if (!fields) return Failure{fields.error()};
    for (const FieldRule& rule : kRules) {
        const auto field = fields->find(rule.name);
        if (field != fields->end() && field->second.size() > rule.mostBytes) {
            return Failure{"\"" + std::string(rule.name) + "\" is longer than " +
                           std::to_string(rule.mostBytes) + " bytes"};
        }
    }
    const std::string none;
    const auto text = [&](std::string_view name) -> const std::string& {
        const auto field = fields->find(name);
        return field == fields->end() ? none : field->second;
    };
    const auto given = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::any_of(names, [&](std::string_view name) { return fields->contains(name); });
    };
    const bool signedMessage = given({"address", "message"});
    const bool passkey = given({"credential_id", "client_data", "authenticator_data"});
    const bool rawEcdsa = given({"public_key"}) || (given({"challenge"}) && !passkey);
    if (signedMessage + passkey + rawEcdsa != 1) {
        return Failure{
            std::string("give either \"address\", \"signature\" and \"message\", or \"public_key\", "
                        "\"signature\" and \"challenge\", or a passkey's \"credential_id\", \"client_data\", "
                        "\"authenticator_data\", \"signature\" and \"challenge\"")};
    }
    const Shape needed =
        signedMessage ? Shape{"address", "signature", "message"}
        : passkey     ? Shape{"credential_id", "client_data", "authenticator_data", "signature", "challenge"}
                      : Shape{"public_key", "signature", "challenge"};
    for (const std::string_view name : needed) {
        if (text(name).empty()) return Failure{"\"" + std::string(name) + "\" is missing"};
    }
    ProofSubmission submission;
    if (signedMessage) {
        submission.proof = SignedMessageProof{text("address"), text("signature"), text("message")};
    } else if (passkey) {
        PasskeyProof proof{{}, text("challenge")};
        for (const auto& [name, part] : {std::pair("credential_id", &proof.assertion.credentialId),
                                         std::pair("client_data", &proof.assertion.clientData),
                                         std::pair("authenticator_data", &proof.assertion.authenticatorData),
                                         std::pair("signature", &proof.assertion.signature)}) {
            auto bytes = fromBase64Url(text(name));
            if (!bytes) return Failure{"\"" + std::string(name) + "\" is not base64url without padding"};
            *part = *std::move(bytes);
        }
        submission.proof = std::move(proof);
    } else {
        submission.proof = RawEcdsaProof{text("public_key"), text("signature"), text("challenge")};
    }
    submission.name = text("name");
    submission.email = text("email");
    submission.scan = text("scan");
    return submission;
}

} // namespace latchkey
