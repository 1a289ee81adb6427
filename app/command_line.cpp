#include "app/command_line.h"

#include "app/kiosk_settings.h"

#include <CLI/CLI.hpp>

namespace latchkey {

namespace {

constexpr int kUsageError = 2;

void addServerCommands(CLI::App& program, CommandLine& line) {
    CLI::App* server = program.add_subcommand("server", "The server of a screen for which none is set.");
    server->require_subcommand(1);
    server->add_subcommand("find", "List the servers that announce themselves on this network.")
        ->callback([&line] { line.action = CommandLine::Action::FindServers; });
    CLI::App* trust = server->add_subcommand("trust", "Use this one from now on, with the key that it has.");
    trust->add_option("URL", line.serverUrl, "As \"server find\" lists it.")->required();
    trust->callback([&line] { line.action = CommandLine::Action::TrustServer; });
    server->add_subcommand("forget", "Trust none any more; the screen asks anew when it starts.")
        ->callback([&line] { line.action = CommandLine::Action::ForgetServer; });
}

} // namespace

Result<CommandLine, int> parseCommandLine(int argc, const char* const* argv) {
    CommandLine line;
    CLI::App program("Shows the code that unlocks this terminal, and the dashboard behind it.",
                     "latchkey-kiosk");
    program.set_version_flag("--version", "latchkey-kiosk " LATCHKEY_VERSION);
    program.add_option("--config", line.configFile, "Read this file only.")->type_name("FILE");

    const auto specs = kioskSettingSpecs();
    for (const SettingSpec& spec : specs) {
        if (spec.kind == SettingSpec::Kind::Boolean) {
            program.add_flag_callback(
                spec.flag(), [&line, key = spec.key] { line.flags[key] = {"true"}; }, spec.help);
        } else {
            program
                .add_option_function<std::string>(
                    spec.flag(),
                    [&line, key = spec.key](const std::string& text) { line.flags[key] = {text}; }, spec.help)
                ->type_name(spec.valueName);
        }
    }
    CLI::App* config = program.add_subcommand("config", "Look at the configuration.");
    config->require_subcommand(1)->fallthrough();
    config->add_subcommand("check", "Print every setting and where it comes from; fail on a bad one.")
        ->fallthrough()
        ->callback([&line] { line.action = CommandLine::Action::CheckConfig; });
    CLI::App* pin = program.add_subcommand("pin", "The PIN by which an operator leaves the kiosk.");
    pin->require_subcommand(1);
    CLI::App* set = pin->add_subcommand("set", "Ask for a PIN and write it, hashed, into a file.");
    set->add_option("FILE", line.pinFile, "For operator_pin_file; what it held is replaced.")->required();
    set->callback([&line] { line.action = CommandLine::Action::SetPin; });
    addServerCommands(program, line);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return Failure{program.exit(error) == 0 ? 0 : kUsageError};
    }
    return line;
}

} // namespace latchkey
