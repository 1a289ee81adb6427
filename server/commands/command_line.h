// What the subcommands share: their options for settings, and how they end.
//
// Each subcommand is one file with one function add…Command, which describes it to CLI11 and leaves what is
// to be run in CommandLine::run. Exit status: 0 done, 1 refused (the reason is on standard error), 2 usage.
#pragma once

#include "server/config/server_config.h"
#include "server/login/enrolment.h"
#include "server/login/kiosk_registry.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace latchkey {

struct CommandLine {
    std::string configFile;
    std::map<std::string, std::vector<std::string>> flags; // by setting's key
    bool json = false;
    std::function<int()> run;
};

enum ExitStatus { kDone = 0, kRefused = 1, kUsage = 2 };

// Adds --config and the flags of these settings (all when none are named).
void addSettingOptions(CLI::App& command, CommandLine& line, const std::vector<std::string>& keys = {});
// Adds --config, --database and --json, as every administration command has them.
void addAdministrationOptions(CLI::App& command, CommandLine& line);

Result<ServerConfig, std::string> loadConfig(const CommandLine& line);

// Prints "latchkey-server: <reason>" to standard error and returns the status.
int fail(const std::string& reason, ExitStatus status = kRefused);

// Opens the configured database and runs the work on it. The work's exit status, or a failure to get there.
int withDatabase(const CommandLine& line, const std::function<int(Database&)>& work);
int withDatabase(const CommandLine& line, const std::function<int(const ServerConfig&, Database&)>& work);
int withEnrolment(const CommandLine& line, const std::function<int(Enrolment&)>& work);

void addServeCommand(CLI::App& app, CommandLine& line);
void addUserCommand(CLI::App& app, CommandLine& line);
void addDeviceCommand(CLI::App& app, CommandLine& line);
void addKioskCommand(CLI::App& app, CommandLine& line);
void addAuditCommand(CLI::App& app, CommandLine& line);
void addConfigCommand(CLI::App& app, CommandLine& line);
void addDatabaseCommand(CLI::App& app, CommandLine& line);
void addKeyCommand(CLI::App& app, CommandLine& line);

} // namespace latchkey
