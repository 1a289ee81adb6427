// latchkey-server key list|rotate|forget
#include "common/time_format.h"
#include "server/commands/command_line.h"
#include "server/commands/output.h"
#include "server/login/key_file.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace latchkey {

namespace {

struct Arguments {
    std::string from = "1h";
    std::string key;
};

int withKeyFile(const CommandLine& line, const std::function<int(KeyFile&)>& work) {
    const auto config = loadConfig(line);
    if (!config) return fail(config.error(), kUsage);
    KeyFile file(config->keyFile);
    return work(file);
}

int list(const CommandLine& line, KeyFile& file) {
    const auto keys = file.load();
    if (!keys) return fail(keys.error());
    const Instant now = systemNow();
    nlohmann::json array = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows{{"KEY", "FROM", "STATE"}};
    for (const KeyRing::Entry& entry : keys->entries()) {
        const auto until = keys->usedUntil(entry, now);
        const std::string state = &entry == &keys->inForce(now) ? "in force" : until ? "old" : "to come";
        array.push_back({{"key", entry.key.id()},
                         {"from", toJson(entry.from)},
                         {"state", state},
                         {"used_until", toJson(until)}});
        rows.push_back({entry.key.id(), shown(entry.from),
                        until ? state + ", what it made is good until " + toRfc3339(*until) : state});
    }
    line.json ? printJson(array) : printTable(rows);
    return kDone;
}

Result<Instant, std::string> parseFrom(const std::string& text, Instant now) {
    if (const auto ahead = parseDuration(text)) return now + *ahead;
    const auto instant = fromRfc3339(text);
    if (!instant) {
        return Failure{"--from: \"" + text +
                       "\" is neither a duration from now, like 1h, nor a UTC time like " +
                       "2026-03-09T08:30:00Z"};
    }
    if (*instant < now)
        return Failure{"--from: " + text +
                       " is past, when a new key cannot have been in force; name a time to come"};
    return *instant;
}

int rotate(const CommandLine& line, KeyFile& file, const std::string& fromText) {
    const Instant now = systemNow();
    const auto from = parseFrom(fromText, now);
    if (!from) return fail(from.error(), kUsage);
    const auto keys = file.change(
        [&](KeyRing& ring) { return ring.rotate(ServerKey::generate(systemRandom()), *from, now); });
    if (!keys) return fail(keys.error());
    const std::string id = keys->entries().back().key.id();
    if (line.json) {
        printJson({{"key", id}, {"from", toRfc3339(*from)}, {"file", file.path().string()}});
        return kDone;
    }
    std::cout
        << "made the key " << id << ", in force from " << toRfc3339(*from) << ", in " << file.path().string()
        << "\n"
        << "A running server looks at the file each minute. All servers of a cluster need the same file "
           "before then.\n";
    return kDone;
}

int forget(const CommandLine& line, KeyFile& file, const std::string& id) {
    const auto keys = file.change([&](KeyRing& ring) { return ring.forget(id, systemNow()); });
    if (!keys) return fail(keys.error());
    if (line.json) {
        printJson({{"key", id}, {"file", file.path().string()}});
    } else {
        std::cout << "removed the key " << id << " from " << file.path().string()
                  << "; logins that began under it end\n";
    }
    return kDone;
}

void addOptions(CLI::App& command, CommandLine& line) {
    addSettingOptions(command, line, {"key_file", "database"}); // beside which it is where it is not named
    command.add_flag("--json", line.json, "Print JSON");
}

} // namespace

void addKeyCommand(CLI::App& app, CommandLine& line) {
    CLI::App* command = app.add_subcommand("key", "The server's secret keys");
    command->require_subcommand(1);
    const auto arguments = std::make_shared<Arguments>();

    CLI::App* listing =
        command->add_subcommand("list", "Which keys there are, by names that say nothing of them");
    addOptions(*listing, line);
    listing->callback([&line] {
        line.run = [&line] { return withKeyFile(line, [&](KeyFile& file) { return list(line, file); }); };
    });

    CLI::App* rotating = command->add_subcommand(
        "rotate", "Make a new key that follows the one in force; what that has made lives out its time");
    rotating
        ->add_option("--from", arguments->from,
                     "When it comes into force: a duration from now (1h, 0s), or a UTC time "
                     "(2026-03-09T08:30:00Z); leave time to give all servers the file")
        ->capture_default_str();
    addOptions(*rotating, line);
    rotating->callback([&line, arguments] {
        line.run = [&line, arguments] {
            return withKeyFile(line, [&](KeyFile& file) { return rotate(line, file, arguments->from); });
        };
    });

    CLI::App* forgetting = command->add_subcommand(
        "forget",
        "Remove a key that is not in force: one that others have seen, or that was made by mistake");
    forgetting->add_option("key", arguments->key, "As \"key list\" names it")->required();
    addOptions(*forgetting, line);
    forgetting->callback([&line, arguments] {
        line.run = [&line, arguments] {
            return withKeyFile(line, [&](KeyFile& file) { return forget(line, file, arguments->key); });
        };
    });
}

} // namespace latchkey
