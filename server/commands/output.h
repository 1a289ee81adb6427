// How the administration commands print: aligned columns for a person, JSON for a program.
#pragma once

#include "server/store/records.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace latchkey {

// The first row is the header. Columns are as wide as their widest cell, counted in characters.
void printTable(const std::vector<std::vector<std::string>>& rows);
void printJson(const nlohmann::json& value);

// An instant in RFC 3339; "-" (null) for none.
std::string shown(const std::optional<Instant>& instant);
nlohmann::json toJson(const std::optional<Instant>& instant);
// A device's kind in words: "phone page", "passkey".
std::string shownKind(const std::string& kind);
nlohmann::json toJson(const User& user);
nlohmann::json toJson(const Device& device);
nlohmann::json toJson(const Kiosk& kiosk); // without its token's hash
nlohmann::json toJson(const AuditEntry& entry);

} // namespace latchkey
