#include "tests/phone/payload.h"

#include "common/encoding.h"
#include "common/qr_string.h"
#include "common/web_address.h"

#include <nlohmann/json.hpp>

namespace latchkey::phone {

Result<Destination, std::string> Destination::of(std::string_view qrString) {
    const auto parsed = QrString::parse(qrString);
    if (!parsed) return Failure{parsed.error()};
    const auto server = WebAddress::parse(parsed->publicUrl);
    if (!server) return Failure{"it does not lead to a web server: " + server.error()};
    return Destination{server->origin(), parsed->publicUrl + std::string(QrString::kPath)};
}

Payload Payload::sign(const WalletKey& key, std::string_view qrString, const PayloadOptions& options) {
    Payload payload;
    if (options.shape == PayloadShape::Address) {
        payload.m_fields = {{"address", addressOf(key.publicKey(), options.addressKind)},
                            {"signature", signMessage(key, qrString, options.addressKind)},
                            {"message", std::string(qrString)}};
    } else {
        payload.m_fields = {{"public_key", toHex(key.publicKey().compressed)},
                            {"signature", signChallenge(key, qrString, options.signatureForm)},
                            {"challenge", std::string(qrString)}};
    }
    if (options.registrant) {
        payload.m_fields.emplace_back("name", options.registrant->name);
        payload.m_fields.emplace_back("email", options.registrant->email);
    }
    return payload;
}

std::string Payload::toJson() const {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const auto& [name, text] : m_fields) object[name] = text;
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string Payload::toForm() const {
    std::string form;
    for (const auto& [name, text] : m_fields) {
        if (!form.empty()) form += '&';
        form += percentEncode(name) + "=" + percentEncode(text);
    }
    return form;
}

} // namespace latchkey::phone
