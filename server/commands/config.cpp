// latchkey-server config check
#include "server/commands/command_line.h"

#include <iostream>

namespace latchkey {

void addConfigCommand(CLI::App& app, CommandLine& line) {
    CLI::App* command = app.add_subcommand("config", "The settings in force");
    command->require_subcommand(1);
    CLI::App* check = command->add_subcommand("check", "Print every setting and where it comes from");
    addSettingOptions(*check, line);
    check->callback([&line] {
        line.run = [&line] {
            auto config = loadConfig(line);
            if (!config) return fail(config.error(), kUsage);
            if (!config->publicUrl && config->listen.port != 0) {
                const auto url = publicUrlOf(*config, config->listen.port);
                if (!url) return fail(url.error(), kUsage);
                config->settings.derive("public_url", url->address.text(), "this machine's address");
            }
            std::cout << config->settings.describe();
            return static_cast<int>(kDone);
        };
    });
}

} // namespace latchkey
