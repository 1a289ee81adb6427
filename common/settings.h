// Settings of a program, layered: built-in default, then configuration files (TOML 1.0), then the
// environment, then the command line. The last one that names a setting wins, and every value remembers
// where it came from, so that an error can name the file and line that has to change.
//
// This is the engine. Which settings there are, and what they mean, is each program's own affair.
#pragma once

#include "common/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

struct SettingSpec {
    enum class Kind { Text, Boolean, List };

    std::string key;       // snake_case, as in TOML; the environment has it in capitals, flags with dashes
    std::string valueName; // for help texts: HOST:PORT
    std::string help;      // one sentence
    Kind kind = Kind::Text;
    std::vector<std::string> fallback; // the built-in default, empty: none

    std::string flag() const; // "--public-url"
};

struct SettingSources {
    std::vector<std::filesystem::path> files; // in rising order of precedence
    bool filesMustExist = false;              // else an absent file is passed over
    std::string environmentPrefix;            // "LATCHKEY_"
    // Variables that begin so belong to a sister program and are passed over.
    std::vector<std::string> foreignPrefixes;
    std::map<std::string, std::string> environment;
    std::map<std::string, std::vector<std::string>> flags; // by key
};

class Settings {
  public:
    struct Value {
        std::vector<std::string> items; // one for Text and Boolean ("true", "false"); any number for List
        std::string origin; // "default", "/etc/latchkey/server.toml:12", "LATCHKEY_LISTEN", "--listen"
    };

    // On failure: one sentence that names the place, the key and the fix. An unknown key or variable is a
    // failure: a misspelt setting must not be passed over in silence. A List of one may be written as a Text.
    static Result<Settings, std::string> load(const std::vector<SettingSpec>& specs,
                                              const SettingSources& sources);

    const Value& value(const std::string& key) const;
    // The one item of a Text or Boolean; empty when there is none.
    std::string text(const std::string& key) const;
    bool boolean(const std::string& key) const { return text(key) == "true"; }

    // "<origin>: <key>: "<value>" is refused: <reason>", passwords masked.
    std::string refusal(const std::string& key, std::string_view reason) const;

    // Replaces a value that was worked out at run time (an address, a path), so that it is reported too.
    void derive(const std::string& key, std::string text, std::string origin);

    // One line a setting, in TOML form with its origin as comment; passwords masked. For "config check".
    std::string describe() const;

  private:
    std::vector<SettingSpec> m_specs;
    std::map<std::string, Value> m_values;
};

// The process's environment, for SettingSources.
std::map<std::string, std::string> processEnvironment();

// The configuration files of a program in rising order of precedence:
// /etc/latchkey/NAME, then $XDG_CONFIG_HOME/latchkey/NAME (~/.config by default; XDG Base Directory).
std::vector<std::filesystem::path> configurationFiles(const std::map<std::string, std::string>& environment,
                                                      std::string_view name);

// "scheme://user:password@host?password=password" with every password replaced by "***".
std::string maskPasswords(std::string text);

} // namespace latchkey
