// latchkey-kiosk: reads its settings, wires the login session to the window, and leaves in order.

#include "app/appearance_settings.h"
#include "app/client/boottime_scheduler.h"
#include "app/client/clock_check.h"
#include "app/client/event_reporter.h"
#include "app/client/login_session.h"
#include "app/client/phase_log.h"
#include "app/client/phase_name.h"
#include "app/client/server_api.h"
#include "app/command_line.h"
#include "app/discovery/server_command.h"
#include "app/kiosk/diagnostics.h"
#include "app/kiosk/pin_command.h"
#include "app/kiosk/service_manager.h"
#include "app/kiosk/unix_signals.h"
#include "app/kiosk_fittings.h"
#include "app/kiosk_settings.h"
#include "app/language.h"
#include "app/screen_fittings.h"
#include "app/server_setup.h"
#include "app/settings_trouble.h"
#include "app/terminal/terminal_view.h"
#include "app/views/kiosk_face.h"
#include "common/clock.h"
#include "common/state_folder.h"

#include <QApplication>
#include <QDBusConnection>
#include <QIcon>
#include <QLocale>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <functional>
#include <iostream>
#include <system_error>
#include <unistd.h>

namespace {

using namespace latchkey;

constexpr int kBadSettings = 2;
constexpr QSize kWindowSize(1280, 800);

// Plain HTTP lets everybody on the way read the sid, and with it open the dashboard.
void warnOfPlainHttp(EventLog& log, const WebAddress& server) {
    const std::string& host = server.host();
    const bool loopback = host == "localhost" || host == "[::1]" || host.starts_with("127.");
    if (!server.secure() && !loopback) log.warning("server.not_encrypted", {{"server", server.text()}});
}

// What the program is, whatever shows it. The application has to be there before, and outlive it.
struct Client {
    Client(KioskSettings& settings, const TrustedServer& server)
        : log(settings.logFormat, settings.logLevel),
          api(server.address, std::move(settings.token), scheduler),
          session(api, scheduler, [] { return QRandomGenerator::global()->generateDouble(); }),
          lastLines(systemNow),
          diagnostics(settings.source.describe(), lastLines, scheduler, systemNow),
          stateFolder(settings.fittings.stateFolder),
          serviceManager(scheduler) {
        log.setListener([this](LogLevel level, std::string_view line) { lastLines.add(level, line); });
        QObject::connect(&session, &LoginSession::phaseChanged, [this] {
            logPhase(log, session.phase());
            diagnostics.onPhase(phaseName(session.phase()));
            serviceManager.report(session.phase());
        });
        if (server.key) api.demandKey(*server.key);
        log.info("kiosk.started", {{"version", LATCHKEY_VERSION}, {"server", server.address.text()}});
        warnOfPlainHttp(log, server.address);
    }

    void writeDiagnostics() {
        if (const auto file = diagnostics.write(stateFolder)) {
            log.info("diagnostics.written", {{"file", file->string()}});
        } else {
            log.warning("diagnostics.not_written", {{"reason", file.error()}});
        }
    }

    EventLog log;
    BoottimeScheduler scheduler;
    ServerApi api;
    LoginSession session;
    LogRing lastLines;
    Diagnostics diagnostics;
    std::filesystem::path stateFolder;
    ServiceManager serviceManager;
};

int serve(Client& client, QCoreApplication& application, UnixSignals& unixSignals) {
    // Not quit(): that asks the window first, which says no until the session has stopped.
    QObject::connect(
        &client.session, &LoginSession::stopped, &application, [] { QCoreApplication::exit(); },
        Qt::QueuedConnection);
    QObject::connect(&unixSignals, &UnixSignals::terminated, &client.session, &LoginSession::stop);
    QObject::connect(&unixSignals, &UnixSignals::diagnosticsRequested, &client.session,
                     [&client] { client.writeDiagnostics(); });
    unixSignals.watch();
    client.session.start();
    const int status = QCoreApplication::exec();
    client.serviceManager.stopping();
    client.log.info("kiosk.stopped");
    return status;
}

int refuse(const std::string& reason) {
    std::cerr << "latchkey-kiosk: " << reason << '\n';
    return kBadSettings;
}

// What shows the client on a display, and what happens there.
struct Display {
    Display(Client& client, const KioskSettings& settings, const Appearance& appearance)
        : clock(systemNow),
          language(client.scheduler, QString::fromStdString(settings.source.text("language"))),
          window({client.scheduler, systemNow, language}, appearance,
                 kioskFaces({client.session, clock, hooks, client.api.server()})),
          screen(settings.fittings, window, client.scheduler, client.log),
          fittings(settings.fittings, {client.session, client.scheduler, client.log}, window.theme(), window),
          reporter(client.api) {
        client.api.setHeardTime([this](std::chrono::sys_seconds time) { clock.hear(time); });
        client.serviceManager.readyOnceDrawn(window);
        QObject::connect(&window, &LobbyWindow::faceChanged, [this] { fittings.dress(window.theme()); });
        QObject::connect(&fittings, &KioskFittings::hookEnded, &hooks, &HookCheck::hear);
        QObject::connect(&fittings, &KioskFittings::announced, &window, &LobbyWindow::announce);
        QObject::connect(&window, &LobbyWindow::announced,
                         [this](const QString& sentence) { fittings.speak(sentence, language.current()); });
        QObject::connect(&reporter, &EventReporter::failed, [&client](const QString& sentence) {
            client.log.warning("kiosk.event_not_reported", {{"reason", sentence.toStdString()}});
        });
    }

    // For the audit: what happens here.
    void reportEvents() {
        QObject::connect(&fittings, &KioskFittings::happened,
                         [this](const QString& name, const QString& detail) {
                             reporter.report({name.toStdString(), detail.toStdString()});
                         });
    }

    ClockCheck clock;
    HookCheck hooks;
    LanguageSwitch language;
    LobbyWindow window;
    ScreenFittings screen;
    KioskFittings fittings;
    EventReporter reporter;
};

// Has somebody choose a server. Nothing: the program was ended before.
std::optional<TrustedServer> chooseServer(const KioskSettings& settings, const Appearance& appearance,
                                          UnixSignals& unixSignals) {
    EventLog log(settings.logFormat, settings.logLevel);
    BoottimeScheduler scheduler;
    LanguageSwitch language(scheduler, QString::fromStdString(settings.source.text("language")));
    ServiceManager serviceManager(scheduler);
    ServerSetup setup(settings.fittings, appearance, {scheduler, systemNow, language},
                      QDBusConnection::systemBus(), log);
    std::optional<TrustedServer> chosen;
    const auto leave = [] { QCoreApplication::exit(); };
    QObject::connect(&setup, &ServerSetup::trusted, [&](const TrustedServer& server) {
        chosen = server;
        leave();
    });
    QObject::connect(&setup, &ServerSetup::left, leave);
    QObject::connect(&unixSignals, &UnixSignals::terminated, &setup, leave);
    QObject::connect(&unixSignals, &UnixSignals::diagnosticsRequested, &setup, [&log] {
        log.info("diagnostics.not_written", {{"reason", "this screen has no server yet"}});
    });
    unixSignals.watch();
    serviceManager.report("choosing a server");
    serviceManager.readyOnceDrawn(setup.window());
    if (settings.windowed) {
        setup.window().resize(kWindowSize);
        setup.window().show();
    } else {
        setup.takeTheScreen();
    }
    QCoreApplication::exec();
    if (!chosen) serviceManager.stopping();
    return chosen;
}

using LoadSettings = std::function<Result<KioskSettings, std::string>()>;

// What the settings come to on a display: what only pictures and colours can tell is checked too.
struct DisplaySettings {
    KioskSettings settings;
    Appearance appearance;
};

Result<DisplaySettings, std::string> checkedForDisplay(Result<KioskSettings, std::string> settings) {
    if (!settings) return Failure{settings.error()};
    auto appearance = appearanceFrom(settings->source);
    if (!appearance) return Failure{appearance.error()};
    return DisplaySettings{*std::move(settings), *std::move(appearance)};
}

// Where nobody reads what is written to standard error: a service manager has started the program, on a
// display.
bool startedForALobby() {
    const auto given = [](const char* name) { return qEnvironmentVariableIsSet(name); };
    return ServiceManager::isThere() &&
           (given("DISPLAY") || given("WAYLAND_DISPLAY") || given("QT_QPA_PLATFORM"));
}

QString languageOfTheMachine() {
    const QString tag = QLocale::system().name().section('_', 0, 0); // "de_AT"
    const bool spoken =
        std::ranges::any_of(languages(), [&tag](const Language& language) { return language.tag == tag; });
    return spoken ? tag : QStringLiteral("en");
}

constexpr int kSettingsMended = -1;

// Shows what is wrong until it is not. Returns the status to leave with, or kSettingsMended.
int showTrouble(const std::string& problem, const LoadSettings& load, UnixSignals& unixSignals) {
    EventLog log(LogFormat::Text, LogLevel::Info);
    BoottimeScheduler scheduler;
    LanguageSwitch language(scheduler, languageOfTheMachine());
    ServiceManager serviceManager(scheduler);
    const auto look = [&load]() -> std::optional<std::string> {
        const auto settings = checkedForDisplay(load());
        return settings ? std::nullopt : std::optional(settings.error());
    };
    SettingsTrouble trouble(problem, look, {scheduler, systemNow, language}, log);
    const auto tell = [&](const std::string& reason) {
        log.error("settings.refused", {{"reason", reason}});
        serviceManager.report("needs attention: " + reason);
    };
    tell(problem);
    QObject::connect(&trouble, &SettingsTrouble::changed,
                     [&tell](const QString& reason) { tell(reason.toStdString()); });
    QObject::connect(&trouble, &SettingsTrouble::mended, [] { QCoreApplication::exit(kSettingsMended); });
    QObject::connect(&trouble, &SettingsTrouble::left, [] { QCoreApplication::exit(kBadSettings); });
    QObject::connect(&unixSignals, &UnixSignals::terminated, [] { QCoreApplication::exit(); });
    unixSignals.watch();
    serviceManager.readyOnceDrawn(trouble.window());
    trouble.takeTheScreen();
    return QCoreApplication::exec();
}

int runOnDisplay(Result<KioskSettings, std::string> loaded, const LoadSettings& load, int& argc,
                 char** argv) {
    UnixSignals unixSignals;
    QApplication application(argc, argv);
    QApplication::setDesktopFileName("org.latchkey.Kiosk"); // whose window it is, to a Wayland desktop
    QApplication::setWindowIcon(QIcon(":/org.latchkey.Kiosk.svg"));
    QApplication::setQuitOnLastWindowClosed(false);
    auto checked = checkedForDisplay(std::move(loaded));
    if (!checked) {
        if (!startedForALobby()) return refuse(checked.error());
        return showTrouble(checked.error(), load, unixSignals);
    }
    auto& [settings, appearance] = *checked;
    const bool registered = !settings.token.empty();
    const auto server = settings.server ? settings.server : chooseServer(settings, appearance, unixSignals);
    if (!server) return 0;
    Client client(settings, *server);
    Display display(client, settings, appearance);
    if (registered) display.reportEvents();
    if (settings.windowed) {
        QObject::connect(&display.window, &LobbyWindow::closeRequested, &client.session, &LoginSession::stop);
        display.window.resize(kWindowSize);
        display.window.show();
    } else {
        display.screen.takeTheScreen();
    }
    const int status = serve(client, application, unixSignals);
    display.reporter.flush();
    return status;
}

int runOnTerminal(KioskSettings settings, int& argc, char** argv) {
    if (!settings.server) {
        return refuse(
            "server: not set, and none is trusted yet; \"latchkey-kiosk server find\" lists those on "
            "this network, \"latchkey-kiosk server trust URL\" takes one of them");
    }
    UnixSignals unixSignals;
    QCoreApplication application(argc, argv);
    Client client(settings, *settings.server);
    TerminalView view(client.session, std::cout, isatty(STDOUT_FILENO) != 0);
    view.takeLinesFrom(STDIN_FILENO);
    client.serviceManager.ready();
    return serve(client, application, unixSignals);
}

// Without a display: there may be none where the settings are written.
int checkConfig(const KioskSettings& settings) {
    int argc = 1;
    char name[] = "latchkey-kiosk";
    char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules("default.warning=false"); // Qt's, about a session that is not needed
    const QGuiApplication application(argc, argv);
    const auto appearance = appearanceFrom(settings.source);
    if (!appearance) return refuse(appearance.error());
    std::cout << settings.source.describe();
    if (!settings.server) std::cout << "# No server is set or trusted yet: one is looked for at the start.\n";
    return 0;
}

int run(Result<KioskSettings, std::string> settings, const LoadSettings& load) {
    int argc = 1;
    char name[] = "latchkey-kiosk";
    char* argv[] = {name, nullptr};
    QCoreApplication::setApplicationName("latchkey-kiosk");
    QCoreApplication::setApplicationVersion(LATCHKEY_VERSION);
    if (settings && settings->terminal) return runOnTerminal(*std::move(settings), argc, argv);
    return runOnDisplay(std::move(settings), load, argc, argv);
}

int setPinFile(const std::string& file) {
    return setPin(file, STDIN_FILENO, std::cerr, [](std::span<std::uint8_t> bytes) {
        std::ranges::generate(
            bytes, [] { return static_cast<std::uint8_t>(QRandomGenerator::system()->generate()); });
    });
}

int runServerCommand(const CommandLine& line) {
    int argc = 1;
    char name[] = "latchkey-kiosk";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    const ServerCommandStreams streams{std::cout, std::cerr};
    const auto pinFile = serverPinFile(stateFolder(processEnvironment()));
    switch (line.action) {
    case CommandLine::Action::FindServers:
        return findServers(streams);
    case CommandLine::Action::TrustServer:
        return trustServer(line.serverUrl, pinFile, streams);
    default:
        return forgetServer(pinFile, streams);
    }
}

} // namespace

int main(int argc, char** argv) {
    using namespace latchkey;
    const auto line = parseCommandLine(argc, argv);
    if (!line) return line.error();
    if (line->action == CommandLine::Action::SetPin) return setPinFile(line->pinFile);
    if (line->isServerCommand()) return runServerCommand(*line);
    const LoadSettings load = [&line] {
        return loadKioskSettings(line->flags, line->configFile, processEnvironment());
    };
    const bool check = line->action == CommandLine::Action::CheckConfig;
    auto settings = load();
    if (!settings && (check || !startedForALobby())) return refuse(settings.error());
    try {
        if (check) return checkConfig(*settings);
        const int status = run(std::move(settings), load);
        if (status != kSettingsMended) return status;
        execvp(argv[0], argv); // as if it had been started now
        throw std::system_error(errno, std::generic_category(), argv[0]);
    } catch (const std::exception& error) {
        std::cerr << "latchkey-kiosk: " << error.what() << '\n';
        return 1;
    }
}
