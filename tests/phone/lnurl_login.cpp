#include "tests/phone/lnurl_login.h"

#include "common/lnurl.h"
#include "common/web_address.h"
#include "tests/phone/signing.h"

#include <QHostAddress>
#include <QUrlQuery>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace latchkey::phone {

namespace {

constexpr std::uint32_t kPurpose = HdKey::kHardened + 138; // LUD-05

bool isLoopback(const WebAddress& server) {
    std::string host = server.host();
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
    return host == "localhost" || QHostAddress(QString::fromStdString(host)).isLoopback();
}

// The one value of a parameter; empty when there is none, or more than one.
std::string onlyValue(const QUrlQuery& query, const char* name) {
    const QStringList values = query.allQueryItemValues(name, QUrl::FullyDecoded);
    return values.size() == 1 ? values.front().toStdString() : std::string();
}

bool isAction(std::string_view text) {
    constexpr std::array<std::string_view, 4> kActions{"register", "login", "link", "auth"};
    return std::ranges::find(kActions, text) != kActions.end();
}

} // namespace

Result<LnurlLogin, std::string> LnurlLogin::of(std::string_view scanned) {
    const auto url = fromLnurl(scanned);
    if (!url) return Failure{url.error()};
    const std::size_t queryStart = url->find_first_of("?#");
    const auto server = WebAddress::parse(std::string_view(*url).substr(0, queryStart));
    if (!server) return Failure{"its LNURL does not lead to a web server: " + server.error()};
    if (!isLnurlServer(*server) && !isLoopback(*server)) {
        return Failure{
            "its LNURL leads to " + server->origin() +
            ", which is neither https nor an onion service: whoever listens could take the login over"};
    }
    if (url->find('#') != std::string::npos) {
        return Failure{std::string("its LNURL has a fragment, which no server ever sees")};
    }
    const QUrlQuery query(
        QString::fromStdString(url->substr(std::min(queryStart, url->size()))).remove(0, 1));
    if (onlyValue(query, "tag") != "login") {
        return Failure{std::string("its LNURL is for something else than signing in (its tag is not login)")};
    }
    LnurlLogin login{server->origin(), server->host(), onlyValue(query, "action"), *url, {}};
    if (query.hasQueryItem("action") && !isAction(login.action)) {
        return Failure{std::string("its LNURL asks for an action that no wallet knows")};
    }
    if (query.hasQueryItem("sig") || query.hasQueryItem("key")) {
        return Failure{std::string("its LNURL is signed already")};
    }
    const auto k1 = fromHex(onlyValue(query, "k1"));
    if (!k1 || k1->size() != login.k1.size()) {
        return Failure{std::string("its LNURL has no challenge (k1) of 32 bytes")};
    }
    std::ranges::copy(*k1, login.k1.begin());
    if (login.domain.ends_with('.')) login.domain.pop_back();
    return login;
}

std::array<std::uint32_t, 4> linkingPath(const Hash256& hashingKey, std::string_view domain) {
    const Hash256 material = hmacSha256(hashingKey, asBytes(domain));
    std::array<std::uint32_t, 4> path{};
    for (std::size_t i = 0; i < 4 * path.size(); ++i) path[i / 4] = path[i / 4] << 8 | material[i];
    return path;
}

WalletKey linkingKey(const HdKey& master, std::string_view domain) {
    const HdKey purpose = master.child(kPurpose);
    return purpose.descendant(linkingPath(purpose.child(0).secret(), domain)).key();
}

WalletKey linkingKey(const WalletKey& wallet, std::string_view domain) {
    const SecretKeyText secret = wallet.secretText();
    Bytes seed = *fromHex(secret.reveal());
    const HdKey master = HdKey::master(seed);
    explicit_bzero(seed.data(), seed.size());
    return linkingKey(master, domain);
}

std::string signedCallback(const LnurlLogin& login, const WalletKey& linkingKey) {
    return login.callback + "&sig=" + signHash(linkingKey, login.k1, SignatureForm::Der) +
           "&key=" + toHex(linkingKey.publicKey().compressed);
}

Result<LnurlAnswer, std::string> callBack(const std::string& signedCallback,
                                          std::chrono::milliseconds limit) {
    const auto answer = httpGet(signedCallback, limit);
    if (!answer) return Failure{answer.error()};
    const auto json = nlohmann::json::parse(answer->body, nullptr, false);
    const auto text = [&json](const char* name) {
        const auto member = json.is_object() ? json.find(name) : json.end();
        return member != json.end() && member->is_string() ? member->get<std::string>() : std::string();
    };
    if (text("status") == "OK") return LnurlAnswer{true, {}};
    if (text("status") == "ERROR") return LnurlAnswer{false, text("reason")};
    return Failure{"the server answered HTTP " + std::to_string(answer->status) +
                   " with something that is neither OK nor ERROR"};
}

} // namespace latchkey::phone
