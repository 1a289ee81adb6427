// How an enrolment link is handed to the person at the terminal.
#pragma once

#include "server/commands/command_line.h"

#include <nlohmann/json_fwd.hpp>

namespace latchkey {

// Adds --public-url and --listen, which the link is made from unless a server has said where it is.
void addInvitationOptions(CLI::App& command, CommandLine& line);

// The link to the server that works on this database. On failure: a sentence.
Result<std::string, std::string> enrolmentLink(const ServerConfig& config, Database& database,
                                               const InvitationToken& token);

nlohmann::json invitationJson(const Enrolment::Invited& invited, const std::string& link);
// The link, on a terminal with its QR code.
void printInvitation(const Enrolment::Invited& invited, const std::string& link);

} // namespace latchkey
