#include "common/settings.h"

#include <nlohmann/json.hpp>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

extern char** environ; // POSIX: unistd.h declares it only under _GNU_SOURCE

namespace latchkey {

namespace {

using Kind = SettingSpec::Kind;

std::string mapped(std::string text, char from, char to) {
    std::ranges::replace(text, from, to);
    return text;
}

std::string upperCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](char character) {
        return character >= 'a' && character <= 'z' ? static_cast<char>(character - 32) : character;
    });
    return text;
}

const SettingSpec* findSpec(const std::vector<SettingSpec>& specs, std::string_view key) {
    const auto spec = std::ranges::find(specs, key, &SettingSpec::key);
    return spec == specs.end() ? nullptr : &*spec;
}

// " (did you mean \"listen\"?)" for the known key that is nearest, if any is near.
std::string suggestion(const std::vector<SettingSpec>& specs, std::string_view key) {
    const auto distance = [](std::string_view a, std::string_view b) {
        std::vector<std::size_t> row(b.size() + 1);
        for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= b.size(); ++j) {
                const std::size_t above = row[j];
                row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
                diagonal = above;
            }
        }
        return row[b.size()];
    };
    const auto nearest =
        std::ranges::min_element(specs, {}, [&](const SettingSpec& spec) { return distance(spec.key, key); });
    if (nearest == specs.end() || distance(nearest->key, key) > 3) return "";
    return "; did you mean \"" + nearest->key + "\"?";
}

std::optional<std::string> booleanText(std::string_view text) {
    for (const std::string_view yes : {"true", "yes", "on", "1"}) {
        if (text == yes) return "true";
    }
    for (const std::string_view no : {"false", "no", "off", "0"}) {
        if (text == no) return "false";
    }
    return std::nullopt;
}

// One TOML value as text; nullopt for a kind of value no setting has.
std::optional<std::string> scalarText(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    return std::nullopt;
}

std::optional<std::vector<std::string>> tomlItems(const toml::node& node, Kind kind) {
    if (kind != Kind::List) {
        const auto text = scalarText(node);
        if (!text || (kind == Kind::Boolean) != node.is_boolean()) return std::nullopt;
        return std::vector{*text};
    }
    if (const auto* only = node.as_string()) return std::vector{only->get()};
    if (!node.is_array()) return std::nullopt;
    std::vector<std::string> items;
    for (const toml::node& element : *node.as_array()) {
        const auto text = scalarText(element);
        if (!text) return std::nullopt;
        items.push_back(*text);
    }
    return items;
}

std::string_view expected(Kind kind) {
    switch (kind) {
    case Kind::Text:
        return "a string or a whole number";
    case Kind::Boolean:
        return "true or false";
    case Kind::List:
        break;
    }
    return "a string or an array of strings";
}

// [2001:db8::1]:8420
bool beginsWithIpv6Host(std::string_view text) {
    const std::size_t end = text.find("]:");
    return text.starts_with('[') && end != std::string_view::npos &&
           text.substr(1, end - 1).find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

// A list in the environment: a TOML array, or one bare value.
std::optional<std::vector<std::string>> environmentItems(const std::string& text, Kind kind) {
    if (kind == Kind::Boolean) {
        const auto boolean = booleanText(text);
        return boolean ? std::optional(std::vector{*boolean}) : std::nullopt;
    }
    const bool isArray = kind == Kind::List && text.starts_with('[') && !beginsWithIpv6Host(text);
    if (!isArray) return std::vector{text};
    try {
        const toml::table table = toml::parse("value = " + text);
        return tomlItems(*table.get("value"), kind);
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

} // namespace

std::string SettingSpec::flag() const {
    return "--" + mapped(key, '_', '-');
}

Result<Settings, std::string> Settings::load(const std::vector<SettingSpec>& specs,
                                             const SettingSources& sources) {
    Settings settings;
    settings.m_specs = specs;
    for (const SettingSpec& spec : specs) settings.m_values[spec.key] = {spec.fallback, "default"};

    for (const auto& file : sources.files) {
        std::error_code error;
        if (!std::filesystem::exists(file, error)) {
            if (!sources.filesMustExist && !error) continue;
            return Failure{file.string() + ": cannot be read" +
                           (error ? ": " + error.message() : ": no such file")};
        }
        try {
            const toml::table table = toml::parse_file(file.string());
            for (const auto& [key, node] : table) {
                const std::string place = file.string() + ":" + std::to_string(node.source().begin.line);
                const SettingSpec* spec = findSpec(specs, key.str());
                if (!spec) {
                    return Failure{place + ": unknown setting \"" + std::string(key.str()) + "\"" +
                                   suggestion(specs, key.str())};
                }
                const auto items = tomlItems(node, spec->kind);
                if (!items) {
                    return Failure{place + ": " + spec->key + " has to be " +
                                   std::string(expected(spec->kind))};
                }
                settings.m_values[spec->key] = {*items, place};
            }
        } catch (const toml::parse_error& error) {
            return Failure{file.string() + ":" + std::to_string(error.source().begin.line) +
                           ": not valid TOML: " + std::string(error.description())};
        }
    }

    for (const auto& [name, text] : sources.environment) {
        const auto& foreign = sources.foreignPrefixes;
        if (!name.starts_with(sources.environmentPrefix) ||
            std::ranges::any_of(foreign,
                                [&](const std::string& prefix) { return name.starts_with(prefix); })) {
            continue;
        }
        const auto spec = std::ranges::find_if(specs, [&](const SettingSpec& candidate) {
            return sources.environmentPrefix + upperCase(candidate.key) == name;
        });
        if (spec == specs.end()) {
            return Failure{"environment variable " + name +
                           ": there is no such setting; unset it or correct its name"};
        }
        const auto items = environmentItems(text, spec->kind);
        if (!items) {
            return Failure{"environment variable " + name + ": " + spec->key + " has to be " +
                           std::string(expected(spec->kind))};
        }
        settings.m_values[spec->key] = {*items, name};
    }

    for (const auto& [key, items] : sources.flags) {
        if (const SettingSpec* spec = findSpec(specs, key)) settings.m_values[key] = {items, spec->flag()};
    }
    return settings;
}

const Settings::Value& Settings::value(const std::string& key) const {
    return m_values.at(key);
}

std::string Settings::text(const std::string& key) const {
    const Value& found = value(key);
    return found.items.empty() ? std::string() : found.items.front();
}

std::string Settings::refusal(const std::string& key, std::string_view reason) const {
    return value(key).origin + ": " + key + ": \"" + maskPasswords(text(key)) +
           "\" is refused: " + std::string(reason);
}

void Settings::derive(const std::string& key, std::string text, std::string origin) {
    m_values[key] = {{std::move(text)}, std::move(origin)};
}

std::string Settings::describe() const {
    const auto quote = [](const std::string& text) {
        return nlohmann::json(maskPasswords(text))
            .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    std::string lines;
    for (const SettingSpec& spec : m_specs) {
        const Value& found = value(spec.key);
        std::string shown;
        if (spec.kind == Kind::List) {
            for (const std::string& item : found.items) shown += (shown.empty() ? "" : ", ") + quote(item);
            shown = "[" + shown + "]";
        } else {
            shown = spec.kind == Kind::Boolean ? text(spec.key) : quote(text(spec.key));
        }
        lines += spec.key + " = " + shown + "  # " + found.origin + "\n";
    }
    return lines;
}

std::map<std::string, std::string> processEnvironment() {
    std::map<std::string, std::string> environment;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string_view assignment(*entry);
        const std::size_t equals = assignment.find('=');
        if (equals == std::string_view::npos) continue;
        environment.emplace(assignment.substr(0, equals), assignment.substr(equals + 1));
    }
    return environment;
}

std::vector<std::filesystem::path> configurationFiles(const std::map<std::string, std::string>& environment,
                                                      std::string_view name) {
    std::vector<std::filesystem::path> files{std::filesystem::path("/etc/latchkey") / name};
    const auto get = [&](const char* variable) {
        const auto found = environment.find(variable);
        return found == environment.end() ? std::string() : found->second;
    };
    std::filesystem::path home = get("XDG_CONFIG_HOME");
    if (!home.is_absolute()) home = get("HOME").empty() ? "" : std::filesystem::path(get("HOME")) / ".config";
    if (!home.empty()) files.push_back(home / "latchkey" / name);
    return files;
}

std::string maskPasswords(std::string text) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string::npos) return text;
    // A database's password may have a / in it that nobody has encoded.
    const bool database = text.starts_with("postgres");
    const std::size_t end =
        database ? text.size() : std::min(text.find_first_of("/?#", scheme + 3), text.size());
    constexpr std::string_view parameter = "password="; // also the end of sslpassword=
    for (std::size_t at = 0; (at = text.find(parameter, at)) != std::string::npos;) {
        at += parameter.size();
        text.replace(at, std::min(text.find('&', at), text.size()) - at, "***");
    }
    const std::size_t at = text.rfind('@', end);
    const std::size_t colon = text.find(':', scheme + 3);
    if (at == std::string::npos || at < scheme || colon >= at) return text;
    return text.replace(colon + 1, at - colon - 1, "***");
}

} // namespace latchkey
