// What latchkey-kiosk was told on its command line.
#pragma once

#include "common/result.h"

#include <map>
#include <string>
#include <vector>

namespace latchkey {

struct CommandLine {
    enum class Action { Run, CheckConfig, SetPin, FindServers, TrustServer, ForgetServer };

    Action action = Action::Run;
    std::string configFile;                                // --config; empty: not given
    std::map<std::string, std::vector<std::string>> flags; // by setting key
    std::string pinFile;                                   // of SetPin
    std::string serverUrl;                                 // of TrustServer

    bool isServerCommand() const {
        return action == Action::FindServers || action == Action::TrustServer ||
               action == Action::ForgetServer;
    }
};

// Answers --help and --version, and complains of what it does not understand, by itself.
// On failure: the exit status to leave with, 0 for --help and --version, else 2.
Result<CommandLine, int> parseCommandLine(int argc, const char* const* argv);

} // namespace latchkey
