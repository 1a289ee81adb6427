// latchkey-server database migrate|copy|backup|restore
#include "server/store/database.h"

#include "server/commands/command_line.h"
#include "server/commands/output.h"
#include "server/store/schema.h"
#include "server/store/table_copy.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace latchkey {

namespace {

struct Arguments {
    std::string from, to, file;
    bool replace = false;
};

// A folder of nobody else's, gone in the end.
class PrivateFolder {
  public:
    PrivateFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "latchkey-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
        m_path = name;
    }
    ~PrivateFolder() {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

int migrate(const CommandLine& line) {
    return withDatabase(line, [&](const ServerConfig& config, Database& database) {
        const std::string text = config.database.text();
        const int before = database.versionBefore();
        if (line.json) {
            printJson({{"database", text}, {"from", before}, {"to", schemaVersion()}});
        } else if (before == schemaVersion()) {
            std::cout << text << ": its schema is version " << before << ", as it should be\n";
        } else {
            std::cout << text << ": brought its schema from version " << before << " to " << schemaVersion()
                      << "\n";
        }
        return kDone;
    });
}

int copy(const CommandLine& line, const DatabaseLocation& from, const DatabaseLocation& to,
         Existing existing) {
    const SqliteFile* file = from.file();
    if (file && !std::filesystem::exists(file->path))
        return fail(file->path.string() + ": there is no such file");
    if (from.text() == to.text()) return fail(from.text() + ": it cannot be copied into itself");
    const auto source = Database::open(from);
    if (!source) return fail(source.error());
    const auto target = Database::open(to);
    if (!target) return fail(target.error());
    const auto copied = copyAll(**source, **target, existing);
    if (!copied) return fail(to.text() + ": " + copied.error());
    if (line.json) {
        nlohmann::json tables;
        for (const CopiedTable& table : *copied) tables[table.name] = table.rows;
        printJson({{"from", from.text()}, {"to", to.text()}, {"rows", tables}});
        return kDone;
    }
    std::vector<std::vector<std::string>> rows{{"TABLE", "ROWS"}};
    for (const CopiedTable& table : *copied) rows.push_back({table.name, std::to_string(table.rows)});
    printTable(rows);
    return kDone;
}

int copy(const CommandLine& line, const Arguments& arguments) {
    const auto from = DatabaseLocation::parse(arguments.from);
    if (!from) return fail("--from: " + from.error(), kUsage);
    const auto to = DatabaseLocation::parse(arguments.to);
    if (!to) return fail("--to: " + to.error(), kUsage);
    return copy(line, *from, *to, Existing::Refuse);
}

int backup(const CommandLine& line, const Arguments& arguments) {
    const auto config = loadConfig(line);
    if (!config) return fail(config.error(), kUsage);
    const std::filesystem::path file = arguments.file;
    if (std::filesystem::exists(file)) return fail(file.string() + ": it exists already; give another name");
    auto partial = file; // has the name of a backup only when it is a whole one
    partial += ".partial";
    std::filesystem::remove(partial);
    const int status = copy(line, config->database, {SqliteFile{partial}}, Existing::Refuse);
    if (status == kDone) std::filesystem::rename(partial, file);
    return status;
}

// From a copy of the file: of an earlier version, it is brought up to date, and the backup is to stay as it
// is.
int restore(const CommandLine& line, const Arguments& arguments) {
    const auto config = loadConfig(line);
    if (!config) return fail(config.error(), kUsage);
    if (!std::filesystem::exists(arguments.file)) return fail(arguments.file + ": there is no such file");
    const PrivateFolder folder;
    const auto file = folder.path() / std::filesystem::path(arguments.file).filename();
    std::filesystem::copy_file(arguments.file, file);
    return copy(line, {SqliteFile{file}}, config->database,
                arguments.replace ? Existing::Replace : Existing::Refuse);
}

} // namespace

void addDatabaseCommand(CLI::App& app, CommandLine& line) {
    CLI::App* command = app.add_subcommand("database", "The data as a whole: its schema, copies, backups");
    command->require_subcommand(1);
    const auto arguments = std::make_shared<Arguments>();

    CLI::App* migrating =
        command->add_subcommand("migrate", "Bring the schema up to date, as \"serve\" does when it starts");
    addAdministrationOptions(*migrating, line);
    migrating->callback([&line] { line.run = [&line] { return migrate(line); }; });

    CLI::App* copying = command->add_subcommand(
        "copy", "Copy everything into an empty database, also of the other engine; stop the servers first");
    copying->add_option("--from", arguments->from, "sqlite3:PATH or postgresql://…")->required();
    copying->add_option("--to", arguments->to, "The same; it has no data yet")->required();
    copying->add_flag("--json", line.json, "Print JSON");
    copying->callback(
        [&line, arguments] { line.run = [&line, arguments] { return copy(line, *arguments); }; });

    CLI::App* backingUp = command->add_subcommand(
        "backup", "Write everything, as it is at one moment, into an SQLite file (mode 0600)");
    backingUp->add_option("file", arguments->file, "A file that is not there yet")->required();
    addAdministrationOptions(*backingUp, line);
    backingUp->callback(
        [&line, arguments] { line.run = [&line, arguments] { return backup(line, *arguments); }; });

    CLI::App* restoring = command->add_subcommand(
        "restore", "Read everything from what \"backup\" has written; stop the servers first");
    restoring->add_option("file", arguments->file, "The backup; it is left as it is")->required();
    restoring->add_flag("--replace", arguments->replace, "Remove the data that the database has");
    addAdministrationOptions(*restoring, line);
    restoring->callback(
        [&line, arguments] { line.run = [&line, arguments] { return restore(line, *arguments); }; });
}

} // namespace latchkey
