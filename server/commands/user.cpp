// latchkey-server user add|list|show|remove|disable|enable|group
#include "server/commands/command_line.h"
#include "server/commands/invitation.h"
#include "server/commands/output.h"
#include "server/login/server_key.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace latchkey {

namespace {

struct UserArguments {
    std::string user; // id, name or e-mail address
    std::string name;
    std::string email;
    std::string group;
};

std::string described(const User& user) {
    return "user " + user.id.text() + " (" + user.name + (user.email.empty() ? "" : ", " + user.email) + ")";
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "-" : text;
}

int report(const CommandLine& line, const std::string& what, const Result<User, std::string>& user) {
    if (!user) return fail(user.error());
    if (line.json) {
        printJson(toJson(*user));
    } else {
        std::cout << what << " " << described(*user) << "\n";
    }
    return kDone;
}

int list(const CommandLine& line, Enrolment& enrolment) {
    nlohmann::json array = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows{{"ID", "NAME", "E-MAIL", "GROUPS", "STATE", "SINCE"}};
    auto groups = enrolment.groups();
    for (const User& user : enrolment.users()) {
        nlohmann::json object = toJson(user);
        object["groups"] = groups[user.id.text()];
        array.push_back(std::move(object));
        rows.push_back({user.id.text(), user.name, user.email.empty() ? "-" : user.email,
                        joined(groups[user.id.text()]), user.enabled ? "enabled" : "disabled",
                        shown(user.createdAt)});
    }
    line.json ? printJson(array) : printTable(rows);
    return kDone;
}

int show(const CommandLine& line, Enrolment& enrolment, const std::string& named) {
    const auto details = enrolment.user(named);
    if (!details) return fail(details.error());
    if (line.json) {
        nlohmann::json object = toJson(details->user);
        object["groups"] = details->groups;
        object["devices"] = nlohmann::json::array();
        for (const Device& device : details->devices) object["devices"].push_back(toJson(device));
        printJson(object);
        return kDone;
    }
    std::cout << described(details->user) << ", " << (details->user.enabled ? "enabled" : "disabled")
              << ", since " << shown(details->user.createdAt) << ", groups: " << joined(details->groups)
              << "\n";
    std::vector<std::vector<std::string>> rows{{"DEVICE", "KIND", "CREDENTIAL", "LABEL", "SINCE", "REVOKED"}};
    for (const Device& device : details->devices) {
        rows.push_back({device.id.text(), device.kind, device.credential,
                        device.label.empty() ? "-" : device.label, shown(device.createdAt),
                        shown(device.revokedAt)});
    }
    if (rows.size() > 1) printTable(rows);
    return kDone;
}

// With the link that adds the person's phone.
int add(const CommandLine& line, const UserArguments& arguments) {
    return withDatabase(line, [&](const ServerConfig& config, Database& database) {
        Enrolment enrolment(database, systemNow, systemRandom());
        const auto user = enrolment.addUser(arguments.name, arguments.email);
        if (!user) return fail(user.error());
        const auto invited = enrolment.invite(user->id.text());
        if (!invited) return fail(invited.error());
        const auto link = enrolmentLink(config, database, invited->token);
        if (!link) return fail(link.error());
        if (line.json) {
            nlohmann::json object = toJson(*user);
            object["enrolment"] = invitationJson(*invited, *link);
            printJson(object);
        } else {
            std::cout << "added " << described(*user) << "\n";
            printInvitation(*invited, *link);
        }
        return int(kDone);
    });
}

void addGroupCommand(CLI::App& userCommand, CommandLine& line,
                     const std::shared_ptr<UserArguments>& arguments) {
    CLI::App* command =
        userCommand.add_subcommand("group", "The groups of a user, which say what the dashboard shows");
    command->require_subcommand(1);
    using Change = Result<User, std::string> (Enrolment::*)(std::string_view, std::string_view);
    const auto addVerb = [&](const char* name, const char* help, const char* done, Change change) {
        CLI::App* verb = command->add_subcommand(name, help);
        verb->add_option("user", arguments->user, "An id, a name or an e-mail address")->required();
        verb->add_option("group", arguments->group, "The group's name: staff")->required();
        addAdministrationOptions(*verb, line);
        verb->callback([&line, arguments, done, change] {
            line.run = [&line, arguments, done, change] {
                return withEnrolment(line, [&](Enrolment& enrolment) {
                    return report(line, done + (" group " + arguments->group) + ":",
                                  (enrolment.*change)(arguments->user, arguments->group));
                });
            };
        });
    };
    addVerb("add", "Put a user into a group; one that nobody is in yet comes to be", "added to",
            &Enrolment::addToGroup);
    addVerb("remove", "Take a user out of a group", "removed from", &Enrolment::removeFromGroup);
}

} // namespace

void addUserCommand(CLI::App& app, CommandLine& line) {
    CLI::App* command = app.add_subcommand("user", "The people who may unlock kiosks");
    command->require_subcommand(1);
    const auto arguments = std::make_shared<UserArguments>();

    CLI::App* adding =
        command->add_subcommand("add", "Add a user; prints a link that adds the user's phone, once");
    adding->add_option("name", arguments->name, "The person's name, as the dashboard greets it")->required();
    adding->add_option("--email", arguments->email, "An e-mail address, to tell equal names apart");
    addInvitationOptions(*adding, line);
    adding->callback([&line, arguments] { line.run = [&line, arguments] { return add(line, *arguments); }; });

    CLI::App* all = command->add_subcommand("list", "List all users");
    addAdministrationOptions(*all, line);
    all->callback([&line] {
        line.run = [&line] {
            return withEnrolment(line, [&](Enrolment& enrolment) { return list(line, enrolment); });
        };
    });

    using Action = std::function<int(Enrolment&, const std::string&)>;
    const auto addAction = [&](const char* name, const char* help, Action action) {
        CLI::App* verb = command->add_subcommand(name, help);
        verb->add_option("user", arguments->user, "An id, a name or an e-mail address")->required();
        addAdministrationOptions(*verb, line);
        verb->callback([&line, arguments, action = std::move(action)] {
            line.run = [&line, arguments, action] {
                return withEnrolment(
                    line, [&](Enrolment& enrolment) { return action(enrolment, arguments->user); });
            };
        });
    };
    addAction("show", "Show a user and the user's devices",
              [&line](Enrolment& enrolment, const std::string& user) { return show(line, enrolment, user); });
    addAction("remove", "Remove a user with all devices; ends the user's logins",
              [&line](Enrolment& enrolment, const std::string& user) {
                  return report(line, "removed", enrolment.removeUser(user));
              });
    addAction("disable", "Refuse a user from now on; ends the user's logins",
              [&line](Enrolment& enrolment, const std::string& user) {
                  return report(line, "disabled", enrolment.setUserEnabled(user, false));
              });
    addAction("enable", "Let a disabled user in again",
              [&line](Enrolment& enrolment, const std::string& user) {
                  return report(line, "enabled", enrolment.setUserEnabled(user, true));
              });
    addGroupCommand(*command, line, arguments);
}

} // namespace latchkey
