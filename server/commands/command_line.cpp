#include "server/commands/command_line.h"

#include "server/login/server_key.h"

#include <algorithm>
#include <iostream>

namespace latchkey {

void addSettingOptions(CLI::App& command, CommandLine& line, const std::vector<std::string>& keys) {
    command.add_option("--config", line.configFile, "The only configuration file to read")->type_name("FILE");
    for (const SettingSpec& spec : serverSettingSpecs()) {
        if (!keys.empty() && std::ranges::find(keys, spec.key) == keys.end()) continue;
        CLI::Option* option = command.add_option_function<std::vector<std::string>>(
            spec.flag(),
            [&line, key = spec.key](const std::vector<std::string>& items) { line.flags[key] = items; },
            spec.help);
        option->type_name(spec.valueName)->type_size(1);
        if (spec.kind == SettingSpec::Kind::List) {
            option->expected(1, 1000)->allow_extra_args(false)->multi_option_policy(
                CLI::MultiOptionPolicy::TakeAll);
        } else {
            option->expected(1);
        }
        std::string fallback;
        for (const std::string& item : spec.fallback) fallback += (fallback.empty() ? "" : ",") + item;
        if (!fallback.empty()) option->default_str(fallback);
    }
}

void addAdministrationOptions(CLI::App& command, CommandLine& line) {
    addSettingOptions(command, line, {"database"});
    command.add_flag("--json", line.json, "Print JSON");
}

Result<ServerConfig, std::string> loadConfig(const CommandLine& line) {
    return loadServerConfig(line.configFile, processEnvironment(), line.flags);
}

int fail(const std::string& reason, ExitStatus status) {
    std::cerr << "latchkey-server: " << reason << "\n";
    return status;
}

int withDatabase(const CommandLine& line, const std::function<int(Database&)>& work) {
    return withDatabase(line, [&](const ServerConfig&, Database& database) { return work(database); });
}

int withDatabase(const CommandLine& line, const std::function<int(const ServerConfig&, Database&)>& work) {
    const auto config = loadConfig(line);
    if (!config) return fail(config.error(), kUsage);
    const auto database = Database::open(config->database);
    if (!database) return fail(database.error());
    return work(*config, **database);
}

int withEnrolment(const CommandLine& line, const std::function<int(Enrolment&)>& work) {
    return withDatabase(line, [&](Database& database) {
        Enrolment enrolment(database, systemNow, systemRandom());
        return work(enrolment);
    });
}

} // namespace latchkey
