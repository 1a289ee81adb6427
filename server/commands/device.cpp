// latchkey-server device enrol|add|list|approve|revoke
#include "server/commands/command_line.h"
#include "server/commands/invitation.h"
#include "server/commands/output.h"
#include "server/login/server_key.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace latchkey {

namespace {

struct DeviceArguments {
    std::string user;
    std::string address;
    std::string publicKey;
    std::string label;
    std::string id;
};

int report(const CommandLine& line, const std::string& what, const Result<Device, std::string>& device) {
    if (!device) return fail(device.error());
    if (line.json) {
        printJson(toJson(*device));
    } else {
        std::cout << what << " device " << device->id.text() << " (" << device->kind << " "
                  << device->credential << ") of user " << device->userId.text() << "\n";
    }
    return kDone;
}

int add(const CommandLine& line, const DeviceArguments& arguments) {
    const bool isAddress = !arguments.address.empty();
    const auto credential = isAddress ? parseAddress(arguments.address) : parsePublicKey(arguments.publicKey);
    if (!credential) {
        return fail(std::string(isAddress ? "--address" : "--public-key") + ": " +
                    std::string(toText(credential.error())));
    }
    return withEnrolment(line, [&](Enrolment& enrolment) {
        return report(line, "added", enrolment.addDevice(arguments.user, *credential, arguments.label));
    });
}

int enrol(const CommandLine& line, const DeviceArguments& arguments) {
    return withDatabase(line, [&](const ServerConfig& config, Database& database) {
        Enrolment enrolment(database, systemNow, systemRandom());
        const auto invited = enrolment.invite(arguments.user);
        if (!invited) return fail(invited.error());
        const auto link = enrolmentLink(config, database, invited->token);
        if (!link) return fail(link.error());
        if (line.json) {
            printJson(invitationJson(*invited, *link));
        } else {
            std::cout << "for user " << invited->user.id.text() << " (" << invited->user.name << ")\n";
            printInvitation(*invited, *link);
        }
        return int(kDone);
    });
}

std::string shownState(const Device& device) {
    if (device.revokedAt) return "revoked " + shown(device.revokedAt);
    return device.pending ? "waits for \"device approve\"" : "in use";
}

int list(const CommandLine& line, Enrolment& enrolment, const std::string& user) {
    std::vector<Enrolment::DeviceDetails> devices;
    if (user.empty()) {
        devices = enrolment.devices();
    } else {
        auto found = enrolment.devicesOf(user);
        if (!found) return fail(found.error());
        devices = *std::move(found);
    }
    nlohmann::json array = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows{
        {"ID", "USER", "KIND", "LABEL", "STATE", "ENROLLED", "LAST USED", "FROM", "CREDENTIAL"}};
    for (const auto& [device, owner, lastLogin] : devices) {
        const auto lastUsedAt = lastLogin ? std::optional(lastLogin->approvedAt) : std::nullopt;
        const std::string lastAddress = lastLogin ? lastLogin->address : std::string();
        nlohmann::json object = toJson(device);
        object["user_name"] = owner.name;
        object["last_used_at"] = toJson(lastUsedAt);
        object["last_used_from"] = lastAddress;
        array.push_back(std::move(object));
        rows.push_back({device.id.text(), owner.name, shownKind(device.kind),
                        device.label.empty() ? "-" : device.label, shownState(device),
                        shown(device.createdAt), shown(lastUsedAt), lastAddress.empty() ? "-" : lastAddress,
                        device.credential});
    }
    line.json ? printJson(array) : printTable(rows);
    return kDone;
}

} // namespace

void addDeviceCommand(CLI::App& app, CommandLine& line) {
    CLI::App* command = app.add_subcommand("device", "The phones and keys that users unlock kiosks with");
    command->require_subcommand(1);
    const auto arguments = std::make_shared<DeviceArguments>();

    CLI::App* enrolling = command->add_subcommand("enrol", "Print a link that adds a phone to a user, once");
    enrolling->add_option("user", arguments->user, "An id, a name or an e-mail address")->required();
    addInvitationOptions(*enrolling, line);
    enrolling->callback(
        [&line, arguments] { line.run = [&line, arguments] { return enrol(line, *arguments); }; });

    CLI::App* adding = command->add_subcommand("add", "Enrol a key for a user");
    adding->add_option("user", arguments->user, "An id, a name or an e-mail address")->required();
    CLI::App* credential = adding->add_option_group("credential", "The public half of the key");
    credential->add_option("--address", arguments->address, "A Bitcoin mainnet address (1…, 3…, bc1q…)");
    credential->add_option("--public-key", arguments->publicKey,
                           "A secp256k1 public key, hex of 33 or 65 bytes");
    credential->require_option(1);
    adding->add_option("--label", arguments->label, "What to call the device: \"Ada's phone\"");
    addAdministrationOptions(*adding, line);
    adding->callback([&line, arguments] { line.run = [&line, arguments] { return add(line, *arguments); }; });

    CLI::App* listing = command->add_subcommand("list", "List all devices, or those of one user");
    listing->add_option("user", arguments->user, "An id, a name or an e-mail address");
    addAdministrationOptions(*listing, line);
    listing->callback([&line, arguments] {
        line.run = [&line, arguments] {
            return withEnrolment(
                line, [&](Enrolment& enrolment) { return list(line, enrolment, arguments->user); });
        };
    });

    CLI::App* approving = command->add_subcommand("approve", "Let a phone in that registered itself");
    approving->add_option("device", arguments->id, "The device's id")->required();
    addAdministrationOptions(*approving, line);
    approving->callback([&line, arguments] {
        line.run = [&line, arguments] {
            return withEnrolment(line, [&](Enrolment& enrolment) {
                return report(line, "approved", enrolment.approveDevice(arguments->id));
            });
        };
    });

    CLI::App* revoking = command->add_subcommand("revoke", "Refuse a key from now on; ends its logins");
    revoking->add_option("device", arguments->id, "The device's id")->required();
    addAdministrationOptions(*revoking, line);
    revoking->callback([&line, arguments] {
        line.run = [&line, arguments] {
            return withEnrolment(line, [&](Enrolment& enrolment) {
                return report(line, "revoked", enrolment.revokeDevice(arguments->id));
            });
        };
    });
}

} // namespace latchkey
