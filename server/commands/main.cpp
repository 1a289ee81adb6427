// latchkey-server: the server of the login protocol, and its administration.
#include "server/commands/command_line.h"

#include <exception>

int main(int argc, char** argv) {
    using namespace latchkey;
    CLI::App app("Latchkey's server: phones unlock lobby terminals through it.\n"
                 "Settings come from flags, LATCHKEY_… variables, $XDG_CONFIG_HOME/latchkey/server.toml and\n"
                 "/etc/latchkey/server.toml, the first that names one.",
                 "latchkey-server");
    app.set_version_flag("--version", "latchkey-server " LATCHKEY_VERSION);
    app.require_subcommand(1);
    CommandLine line;
    addServeCommand(app, line);
    addUserCommand(app, line);
    addDeviceCommand(app, line);
    addKioskCommand(app, line);
    addAuditCommand(app, line);
    addConfigCommand(app, line);
    addDatabaseCommand(app, line);
    addKeyCommand(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    try {
        return line.run();
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}
