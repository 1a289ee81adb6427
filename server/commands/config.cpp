// latchkey-server config check
#include "common/time_format.h"
#include "server/commands/command_line.h"
#include "server/config/tiles.h"
#include "server/http/tls_context.h"

#include <algorithm>
#include <iostream>

namespace latchkey {

namespace {

// Says what the certificate is worth, as a comment behind the settings. Its faults go to standard error; the
// server would start with them.
int checkTls(const ServerConfig& config) {
    const auto tls = TlsContext::load(*config.tls, systemNow);
    if (!tls) return fail(tls.error());
    const TlsIdentity& identity = (*tls)->identity();
    std::cout << "# The certificate is for " << identity.names() << "; valid until "
              << toRfc3339(identity.validUntil()) << "\n"
              << "# Its key's fingerprint, as kiosks show it: " << identity.fingerprint().groups() << "\n";
    if (!config.publicUrl) return kDone;
    for (const std::string& fault : identity.faults(config.publicUrl->host(), systemNow()))
        std::cerr << "latchkey-server: warning: " << fault << "\n";
    return kDone;
}

int checkTiles(const ServerConfig& config) {
    const auto tiles = loadTiles(config.tilesFile);
    if (!tiles) return fail(tiles.error());
    std::cout << "# Tiles of the dashboards: " << tiles->size() << "\n";
    return kDone;
}

} // namespace

void addConfigCommand(CLI::App& app, CommandLine& line) {
    CLI::App* command = app.add_subcommand("config", "The settings in force");
    command->require_subcommand(1);
    CLI::App* check = command->add_subcommand("check", "Print every setting and where it comes from");
    addSettingOptions(*check, line);
    check->callback([&line] {
        line.run = [&line] {
            auto config = loadConfig(line);
            if (!config) return fail(config.error(), kUsage);
            const ListenAddress* tcp = firstTcp(config->listen);
            if (!config->publicUrl && !(tcp && tcp->port == 0)) {
                const auto url = publicUrlOf(*config, config->listen);
                if (!url) return fail(url.error(), kUsage);
                config->settings.derive("public_url", url->address.text(), "this machine's address");
                config->publicUrl = url->address;
            }
            std::cout << config->settings.describe();
            const int tls = config->tls ? checkTls(*config) : static_cast<int>(kDone);
            const int tiles = config->tilesFile.empty() ? static_cast<int>(kDone) : checkTiles(*config);
            return std::max(tls, tiles);
        };
    });
}

} // namespace latchkey
