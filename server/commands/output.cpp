#include "server/commands/output.h"

#include "common/time_format.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace latchkey {

namespace {

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

} // namespace

void printTable(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], characters(row[i]));
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) line.append(widths[i] - characters(row[i]) + 2, ' ');
        }
        std::cout << line << "\n";
    }
}

void printJson(const nlohmann::json& value) {
    std::cout << value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n" << std::flush;
}

std::string shown(const std::optional<Instant>& instant) {
    return instant ? toRfc3339(*instant) : "-";
}

nlohmann::json toJson(const std::optional<Instant>& instant) {
    return instant ? nlohmann::json(toRfc3339(*instant)) : nlohmann::json();
}

std::string shownKind(const std::string& kind) {
    if (kind == "page") return "phone page";
    if (kind == "wallet") return "Lightning wallet";
    if (kind == "address") return "Bitcoin address";
    if (kind == "public_key") return "public key";
    return kind;
}

nlohmann::json toJson(const User& user) {
    return {{"id", user.id.text()},
            {"name", user.name},
            {"email", user.email},
            {"enabled", user.enabled},
            {"created_at", toRfc3339(user.createdAt)}};
}

nlohmann::json toJson(const Device& device) {
    return {{"id", device.id.text()},    {"user_id", device.userId.text()},
            {"kind", device.kind},       {"credential", device.credential},
            {"label", device.label},     {"created_at", toRfc3339(device.createdAt)},
            {"pending", device.pending}, {"revoked_at", toJson(device.revokedAt)}};
}

nlohmann::json toJson(const Kiosk& kiosk) {
    return {{"id", kiosk.id.text()},
            {"name", kiosk.name},
            {"place", kiosk.place},
            {"created_at", toRfc3339(kiosk.createdAt)}};
}

nlohmann::json toJson(const AuditEntry& entry) {
    return {{"id", entry.id},
            {"at", toRfc3339(entry.at)},
            {"event", entry.event},
            {"user_id", entry.userId.text()},
            {"device_id", entry.deviceId.text()},
            {"kiosk_id", entry.kioskId.text()},
            {"session_id", entry.sessionId.text()},
            {"address", entry.address},
            {"detail", entry.detail}};
}

} // namespace latchkey
