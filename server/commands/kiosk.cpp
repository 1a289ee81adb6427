// latchkey-server kiosk add|list|remove
#include "server/commands/command_line.h"
#include "server/commands/output.h"
#include "server/login/server_key.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace latchkey {

namespace {

int withRegistry(const CommandLine& line, const std::function<int(KioskRegistry&)>& work) {
    return withDatabase(line, [&](Database& database) {
        KioskRegistry registry(database, systemNow, systemRandom());
        return work(registry);
    });
}

int add(const CommandLine& line, KioskRegistry& registry, const std::string& name, const std::string& place) {
    const auto added = registry.add(name, place);
    if (!added) return fail(added.error());
    if (line.json) {
        nlohmann::json object = toJson(added->kiosk);
        object["token"] = added->token.reveal();
        printJson(object);
    } else {
        std::cout << "added kiosk " << added->kiosk.id.text() << " (" << added->kiosk.name << ")\n"
                  << "Its token, shown this once; keep it in a file that only the kiosk can read (mode 0600) "
                     "and start\n"
                  << "the kiosk with --kiosk-token-file:\n"
                  << added->token.reveal() << "\n";
    }
    return kDone;
}

int list(const CommandLine& line, KioskRegistry& registry) {
    nlohmann::json array = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows{{"ID", "NAME", "PLACE", "SINCE"}};
    for (const Kiosk& kiosk : registry.kiosks()) {
        array.push_back(toJson(kiosk));
        rows.push_back(
            {kiosk.id.text(), kiosk.name, kiosk.place.empty() ? "-" : kiosk.place, shown(kiosk.createdAt)});
    }
    line.json ? printJson(array) : printTable(rows);
    return kDone;
}

int remove(const CommandLine& line, KioskRegistry& registry, const std::string& named) {
    const auto kiosk = registry.remove(named);
    if (!kiosk) return fail(kiosk.error());
    if (line.json) {
        printJson(toJson(*kiosk));
    } else {
        std::cout << "removed kiosk " << kiosk->id.text() << " (" << kiosk->name << ")\n";
    }
    return kDone;
}

} // namespace

void addKioskCommand(CLI::App& app, CommandLine& line) {
    struct Arguments {
        std::string name, place, kiosk;
    };
    CLI::App* command = app.add_subcommand("kiosk", "The registered display clients");
    command->require_subcommand(1);
    const auto arguments = std::make_shared<Arguments>();

    CLI::App* adding = command->add_subcommand("add", "Register a kiosk; prints its token once");
    adding->add_option("name", arguments->name, "What the phone shows before a person approves")->required();
    adding->add_option("--place", arguments->place, "Where it stands: \"Ground floor, by the lifts\"");
    addAdministrationOptions(*adding, line);
    adding->callback([&line, arguments] {
        line.run = [&line, arguments] {
            return withRegistry(line, [&](KioskRegistry& registry) {
                return add(line, registry, arguments->name, arguments->place);
            });
        };
    });

    CLI::App* listing = command->add_subcommand("list", "List all kiosks");
    addAdministrationOptions(*listing, line);
    listing->callback([&line] {
        line.run = [&line] {
            return withRegistry(line, [&](KioskRegistry& registry) { return list(line, registry); });
        };
    });

    CLI::App* removing =
        command->add_subcommand("remove", "Refuse a kiosk's token from now on; ends its logins");
    removing->add_option("kiosk", arguments->kiosk, "An id or a name")->required();
    addAdministrationOptions(*removing, line);
    removing->callback([&line, arguments] {
        line.run = [&line, arguments] {
            return withRegistry(
                line, [&](KioskRegistry& registry) { return remove(line, registry, arguments->kiosk); });
        };
    });
}

} // namespace latchkey
