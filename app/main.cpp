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
#include "app/server_setup.h"
#include "app/terminal/terminal_view.h"
#include "app/views/kiosk_window.h"
#include "common/clock.h"
#include "common/state_folder.h"

#include <QApplication>
#include <QDBusConnection>
#include <QIcon>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <exception>
#include <iostream>
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
          window({client.session, client.scheduler, systemNow, language, clock, client.api.server()},
                 appearance),
          fittings(settings.fittings, {client.session, client.scheduler, client.log}, window.theme(), window),
          reporter(client.api) {
        client.api.setHeardTime([this](std::chrono::sys_seconds time) { clock.hear(time); });
        client.serviceManager.readyOnceDrawn(window);
        QObject::connect(&window, &KioskWindow::faceChanged, [this] { fittings.dress(window.theme()); });
        QObject::connect(&fittings, &KioskFittings::shifted, &window, &KioskWindow::setShift);
        QObject::connect(&fittings, &KioskFittings::announced, &window, &KioskWindow::announce);
        QObject::connect(&window, &KioskWindow::announced,
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
    LanguageSwitch language;
    KioskWindow window;
    KioskFittings fittings;
    EventReporter reporter;
};

// Has somebody choose a server. Nothing: the program was ended before.
std::optional<TrustedServer> chooseServer(const KioskSettings& settings, const Appearance& appearance,
                                          UnixSignals& unixSignals) {
    EventLog log(settings.logFormat, settings.logLevel);
    BoottimeScheduler scheduler;
    const LanguageSwitch language(scheduler, QString::fromStdString(settings.source.text("language")));
    ServiceManager serviceManager(scheduler);
    ServerSetup setup(settings.fittings, appearance, QDBusConnection::systemBus(), scheduler, log);
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
    serviceManager.reportChoosingServer();
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

int runOnDisplay(KioskSettings settings, int& argc, char** argv) {
    UnixSignals unixSignals;
    QApplication application(argc, argv);
    QApplication::setDesktopFileName("org.latchkey.Kiosk"); // whose window it is, to a Wayland desktop
    QApplication::setWindowIcon(QIcon(":/org.latchkey.Kiosk.svg"));
    QApplication::setQuitOnLastWindowClosed(false);
    const auto appearance = appearanceFrom(settings.source);
    if (!appearance) return refuse(appearance.error());
    const bool registered = !settings.token.empty();
    const auto server = settings.server ? settings.server : chooseServer(settings, *appearance, unixSignals);
    if (!server) return 0;
    Client client(settings, *server);
    Display display(client, settings, *appearance);
    if (registered) display.reportEvents();
    if (settings.windowed) {
        QObject::connect(&display.window, &KioskWindow::closeRequested, &client.session, &LoginSession::stop);
        display.window.resize(kWindowSize);
        display.window.show();
    } else {
        display.fittings.takeTheScreen();
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

int run(KioskSettings settings) {
    int argc = 1;
    char name[] = "latchkey-kiosk";
    char* argv[] = {name, nullptr};
    QCoreApplication::setApplicationName("latchkey-kiosk");
    QCoreApplication::setApplicationVersion(LATCHKEY_VERSION);
    return (settings.terminal ? runOnTerminal : runOnDisplay)(std::move(settings), argc, argv);
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
    const auto line = latchkey::parseCommandLine(argc, argv);
    if (!line) return line.error();
    if (line->action == latchkey::CommandLine::Action::SetPin) return setPinFile(line->pinFile);
    if (line->isServerCommand()) return runServerCommand(*line);
    auto settings =
        latchkey::loadKioskSettings(line->flags, line->configFile, latchkey::processEnvironment());
    if (!settings) return refuse(settings.error());
    try {
        if (line->action == latchkey::CommandLine::Action::CheckConfig) return checkConfig(*settings);
        return run(*std::move(settings));
    } catch (const std::exception& error) {
        std::cerr << "latchkey-kiosk: " << error.what() << '\n';
        return 1;
    }
}
