#include "common/qr_string.h"

#include "common/lnurl.h"

#include <charconv>
#include <cstdint>
#include <optional>

namespace latchkey {

namespace {

// Takes "<prefix><value>" off the front of rest, up to the next '&'.
std::optional<std::string> takeParameter(std::string_view& rest, std::string_view prefix) {
    if (!rest.starts_with(prefix)) return std::nullopt;
    rest.remove_prefix(prefix.size());
    const std::string value(rest.substr(0, rest.find('&')));
    rest.remove_prefix(value.size());
    if (value.empty()) return std::nullopt;
    return value;
}

bool isName(std::string_view text) {
    return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
           std::string_view::npos;
}

// One text for one LNURL: in upper case only.
bool isUpperCaseLnurl(std::string_view text) {
    return text.starts_with("LNURL1") && fromLnurl(text);
}

} // namespace

std::string QrString::text() const {
    char time[16];
    const auto seconds = static_cast<std::uint64_t>(mintedAt.time_since_epoch().count());
    const auto end = std::to_chars(time, time + sizeof time, seconds, 16).ptr;
    std::string text = publicUrl;
    text.append(kPath).append("?s=").append(sessionId.text()).append("&c=").append(secret);
    text.append("&t=").append(time, end);
    if (!kioskId.empty()) text.append("&k=").append(kioskId.text());
    if (!lightning.empty()) text.append("&lightning=").append(lightning);
    return text;
}

Result<QrString, std::string> QrString::parse(std::string_view text) {
    const std::size_t query = text.find('?');
    const std::string_view base = text.substr(0, query);
    if (query == std::string_view::npos || !base.ends_with(kPath)) {
        return Failure{std::string("it is not a Latchkey QR string (…/fast?s=…)")};
    }
    QrString parsed;
    parsed.publicUrl = base.substr(0, base.size() - kPath.size());
    std::string_view rest = text.substr(query);
    const auto session = takeParameter(rest, "?s=");
    if (!session || !isName(*session))
        return Failure{std::string("its session_ID (s) is missing or malformed")};
    const auto secret = takeParameter(rest, "&c=");
    if (!secret || !isName(*secret)) return Failure{std::string("its secret (c) is missing or malformed")};
    const auto time = takeParameter(rest, "&t=");
    std::uint64_t seconds = 0;
    bool timeIsGood = time && time->size() <= 10 && !time->starts_with('0') &&
                      time->find_first_not_of("0123456789abcdef") == std::string::npos;
    if (timeIsGood) {
        const auto [end, error] = std::from_chars(time->data(), time->data() + time->size(), seconds, 16);
        timeIsGood = error == std::errc() && end == time->data() + time->size();
    }
    if (!timeIsGood) return Failure{std::string("its timestamp (t) is missing or malformed")};
    if (rest.starts_with("&k=")) {
        const auto kiosk = takeParameter(rest, "&k=");
        if (!kiosk || !isName(*kiosk)) return Failure{std::string("its kiosk (k) is malformed")};
        parsed.kioskId = KioskId(*kiosk);
    }
    if (rest.starts_with("&lightning=")) {
        const auto lnurl = takeParameter(rest, "&lightning=");
        if (!lnurl || !isUpperCaseLnurl(*lnurl)) {
            return Failure{std::string("its LNURL (lightning) is malformed")};
        }
        parsed.lightning = *lnurl;
    }
    if (!rest.empty()) return Failure{std::string("it has something after its last parameter")};
    parsed.sessionId = SessionId(*session);
    parsed.secret = *secret;
    parsed.mintedAt = std::chrono::sys_seconds(std::chrono::seconds(seconds));
    return parsed;
}

} // namespace latchkey
