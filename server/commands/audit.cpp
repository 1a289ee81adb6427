// latchkey-server audit [--since] [--follow]
#include "common/time_format.h"
#include "server/commands/command_line.h"
#include "server/commands/output.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/row_window.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <ctime>
#include <iostream>

namespace latchkey {

namespace {

constexpr int kPage = 500;
constexpr timespec kLookAgain{0, 250'000'000};

// True when it was interrupted meanwhile. The signals are blocked, so that a page is printed whole.
bool interruptedWhileWaiting(const sigset_t& signals) {
    return ::sigtimedwait(&signals, nullptr, &kLookAgain) > 0;
}

void print(const CommandLine& line, const AuditEntry& entry) {
    if (line.json) return printJson(toJson(entry));
    std::cout << toRfc3339(entry.at) << "  " << entry.event;
    const auto field = [](const char* name, const std::string& value) {
        if (!value.empty()) std::cout << "  " << name << "=" << value;
    };
    field("user", entry.userId.text());
    field("device", entry.deviceId.text());
    field("kiosk", entry.kioskId.text());
    field("session", entry.sessionId.text());
    field("from", entry.address);
    if (!entry.detail.empty()) std::cout << "  (" << entry.detail << ")";
    std::cout << "\n" << std::flush;
}

int show(const CommandLine& line, Database& database, Instant since, bool follow) {
    sigset_t signals;
    sigemptyset(&signals);
    if (follow) {
        for (const int signal : {SIGINT, SIGTERM}) sigaddset(&signals, signal);
        ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    }
    RowWindow rows; // what is committed last may have a smaller number than what is printed already
    do {
        const auto now = RowWindow::Clock::now();
        std::int64_t last = rows.floor();
        std::vector<AuditEntry> page;
        do {
            page = database.read(
                [&](Transaction& transaction) { return audit_log::after(transaction, last, since, kPage); });
            for (const AuditEntry& entry : page) {
                if (rows.isNew(entry.id, now)) print(line, entry);
                last = entry.id;
            }
        } while (page.size() == kPage);
        rows.advance(now);
    } while (follow && std::cout && !interruptedWhileWaiting(signals));
    return kDone;
}

} // namespace

void addAuditCommand(CLI::App& app, CommandLine& line) {
    struct Arguments {
        std::string since;
        bool follow = false;
    };
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("audit", "Who did what, where and when");
    command->add_option(
        "--since", arguments->since,
        "Only from then on: a duration back (2h, 7d) or a UTC time (2026-03-09, 2026-03-09T08:30:00Z)");
    command->add_flag("--follow", arguments->follow, "Keep printing what happens, until interrupted");
    addAdministrationOptions(*command, line);
    command->callback([&line, arguments] {
        line.run = [&line, arguments] {
            Instant since{};
            if (const auto back = parseDuration(arguments->since)) {
                since = systemNow() - *back;
            } else if (const auto instant = fromRfc3339(arguments->since)) {
                since = *instant;
            } else if (!arguments->since.empty()) {
                return fail("--since: \"" + arguments->since +
                                "\" is neither a duration like 2h nor a UTC time like " +
                                "2026-03-09T08:30:00Z",
                            kUsage);
            }
            return withDatabase(
                line, [&](Database& database) { return show(line, database, since, arguments->follow); });
        };
    });
}

} // namespace latchkey
