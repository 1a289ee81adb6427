// latchkey-server database migrate|copy|backup|restore
#include "server/store/database.h"

#include "server/commands/command_line.h"
#include "server/commands/output.h"
#include "server/store/schema.h"
#include "server/store/table_copy.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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

std::string existsAlready(const std::filesystem::path& file) {
    return file.string() + ": it exists already; give another name";
}

// Where a backup is made: beside its file, which it becomes only when it is a whole one. Nobody else makes
// the same at the time; what one that was killed has left there is overwritten.
class PartialBackup {
  public:
    explicit PartialBackup(std::filesystem::path file)
        : m_file(std::move(file)),
          m_path(m_file.string() + ".partial"),
          m_handle(::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)),
          m_obstacle(take()) {}
    // Closes it after SQLite has: before, that would take SQLite's own locks away.
    ~PartialBackup() {
        if (m_obstacle.empty() && isStillThere()) ::unlink(m_path.c_str()); // it was not published
        if (m_handle >= 0) ::close(m_handle);
    }
    PartialBackup(const PartialBackup&) = delete;
    PartialBackup& operator=(const PartialBackup&) = delete;

    // Why none can be made there: a sentence; empty: it can.
    const std::string& obstacle() const { return m_obstacle; }
    const std::filesystem::path& path() const { return m_path; }

    Outcome<std::string> publish() const {
        int problem = 0;
        if (::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, m_file.c_str(), RENAME_NOREPLACE) != 0)
            problem = errno;
        if (problem == EINVAL) { // some network file systems can only replace
            if (std::filesystem::exists(m_file)) return Failure{existsAlready(m_file)};
            problem = std::rename(m_path.c_str(), m_file.c_str()) == 0 ? 0 : errno;
        }
        if (problem == 0) return {};
        if (problem == EEXIST) return Failure{existsAlready(m_file)};
        return Failure{m_file.string() + ": cannot be written: " + std::strerror(problem)};
    }

  private:
    std::string take() const {
        if (m_handle < 0) return m_path.string() + ": cannot be opened for writing: " + std::strerror(errno);
        const bool locked = ::flock(m_handle, LOCK_EX | LOCK_NB) == 0;
        if (locked ? !isStillThere() : errno == EWOULDBLOCK) {
            return m_file.string() +
                   ": another backup to it is under way; wait for its end, or give another name";
        }
        if (!locked || ::ftruncate(m_handle, 0) != 0)
            return m_path.string() + ": cannot be locked and emptied: " + std::strerror(errno);
        std::filesystem::remove(m_path.string() + "-wal");
        return {};
    }
    // And not another one's by now, which was published, or given up.
    bool isStillThere() const {
        struct stat opened {
        }, there{};
        return ::fstat(m_handle, &opened) == 0 && ::stat(m_path.c_str(), &there) == 0 &&
               opened.st_ino == there.st_ino;
    }

    const std::filesystem::path m_file;
    const std::filesystem::path m_path;
    const int m_handle;
    const std::string m_obstacle;
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
    if (std::filesystem::exists(file)) return fail(existsAlready(file));
    const PartialBackup partial(file);
    if (!partial.obstacle().empty()) return fail(partial.obstacle());
    const int status = copy(line, config->database, {SqliteFile{partial.path()}}, Existing::Refuse);
    if (status != kDone) return status;
    const auto published = partial.publish();
    return published ? kDone : fail(published.error());
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
