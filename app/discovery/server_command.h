// "latchkey-kiosk server find|trust|forget": what the screen asks an operator for (server_choice.h), where
// there is no screen. Each needs an application, runs to its end, and returns the exit status: 0, or 1 with
// the reason on `messages`.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

namespace latchkey {

struct ServerCommandStreams {
    std::ostream& out;
    std::ostream& messages;
};

// One line a server: address, name and the key that it announces, with tabs between them.
int findServers(const ServerCommandStreams& streams);

// Pins it with the key that it shows. Replaces what was pinned.
int trustServer(const std::string& url, const std::filesystem::path& pinFile,
                const ServerCommandStreams& streams);

// Also where what is pinned cannot be read.
int forgetServer(const std::filesystem::path& pinFile, const ServerCommandStreams& streams);

} // namespace latchkey
