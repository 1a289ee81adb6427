#include "server/commands/invitation.h"

#include "common/qr_matrix.h"
#include "common/time_format.h"
#include "server/commands/output.h"
#include "server/login/phone_enrolment.h"
#include "server/store/facts.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <unistd.h>

namespace latchkey {

void addInvitationOptions(CLI::App& command, CommandLine& line) {
    addSettingOptions(command, line, {"database", "public_url", "listen"});
    command.add_flag("--json", line.json, "Print JSON");
}

Result<std::string, std::string> enrolmentLink(const ServerConfig& config, Database& database,
                                               const InvitationToken& token) {
    if (!config.publicUrl) {
        const auto known = database.read(
            [](Transaction& transaction) { return facts::find(transaction, facts::kPublicUrl); });
        if (known) return invitationLink(*known, token);
    }
    const auto url = publicUrlOf(config, config.listen);
    if (!url) return Failure{url.error()};
    return invitationLink(url->address.text(), token);
}

nlohmann::json invitationJson(const Enrolment::Invited& invited, const std::string& link) {
    return {{"link", link}, {"expires_at", toRfc3339(invited.expiresAt)}};
}

void printInvitation(const Enrolment::Invited& invited, const std::string& link) {
    std::cout << "To add a phone, open this link on it by " << shown(invited.expiresAt) << " (it works once)"
              << (::isatty(STDOUT_FILENO) ? ", or scan the code:" : ":") << "\n";
    if (const auto matrix = QrMatrix::encode(link); matrix && ::isatty(STDOUT_FILENO))
        std::cout << "\n" << matrix->toTerminal() << "\n";
    std::cout << link << "\n";
}

} // namespace latchkey
