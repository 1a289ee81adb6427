// latchkey-kiosk: reads its settings, wires the login session to the window, and leaves in order.

#include "app/client/boottime_scheduler.h"
#include "app/client/login_session.h"
#include "app/client/phase_log.h"
#include "app/client/server_api.h"
#include "app/command_line.h"
#include "app/kiosk/service_manager.h"
#include "app/kiosk/unix_signals.h"
#include "app/kiosk_settings.h"
#include "app/terminal/terminal_view.h"
#include "app/views/kiosk_window.h"
#include "common/clock.h"

#include <QApplication>
#include <QIcon>
#include <QRandomGenerator>
#include <QScreen>

#include <exception>
#include <iostream>
#include <unistd.h>

namespace {

using namespace latchkey;

constexpr int kBadSettings = 2;
constexpr QSize kWindowSize(1280, 800);

void place(KioskWindow& window, bool windowed) {
    if (windowed) {
        window.resize(kWindowSize);
        window.show();
        return;
    }
    window.setGeometry(QGuiApplication::primaryScreen()->geometry());
    window.showFullScreen();
}

// Plain HTTP lets everybody on the way read the sid, and with it open the dashboard.
void warnOfPlainHttp(EventLog& log, const WebAddress& server) {
    const std::string& host = server.host();
    const bool loopback = host == "localhost" || host == "[::1]" || host.starts_with("127.");
    if (!server.secure() && !loopback) log.warning("server.not_encrypted", {{"server", server.text()}});
}

// What the program is, whatever shows it. The application has to be there before, and outlive it.
struct Client {
    explicit Client(KioskSettings& settings)
        : log(settings.logFormat, settings.logLevel),
          api(settings.server, std::move(settings.token), scheduler),
          session(api, scheduler, [] { return QRandomGenerator::global()->generateDouble(); }),
          serviceManager(scheduler) {
        QObject::connect(&session, &LoginSession::phaseChanged, [this] {
            logPhase(log, session.phase());
            serviceManager.report(session.phase());
        });
        log.info("kiosk.started", {{"version", LATCHKEY_VERSION}, {"server", settings.server.text()}});
        warnOfPlainHttp(log, settings.server);
    }

    EventLog log;
    BoottimeScheduler scheduler;
    ServerApi api;
    LoginSession session;
    ServiceManager serviceManager;
};

int serve(Client& client, QCoreApplication& application, UnixSignals& unixSignals) {
    // Not quit(): that asks the window first, which says no until the session has stopped.
    QObject::connect(
        &client.session, &LoginSession::stopped, &application, [] { QCoreApplication::exit(); },
        Qt::QueuedConnection);
    QObject::connect(&unixSignals, &UnixSignals::terminated, &client.session, &LoginSession::stop);
    unixSignals.watch();
    client.session.start();
    const int status = QCoreApplication::exec();
    client.serviceManager.stopping();
    client.log.info("kiosk.stopped");
    return status;
}

int runOnDisplay(KioskSettings settings, int& argc, char** argv) {
    UnixSignals unixSignals;
    QApplication application(argc, argv);
    QApplication::setDesktopFileName("org.latchkey.Kiosk"); // whose window it is, to a Wayland desktop
    QApplication::setWindowIcon(QIcon(":/org.latchkey.Kiosk.svg"));
    QApplication::setQuitOnLastWindowClosed(false);
    Client client(settings);
    KioskWindow window(client.session, client.scheduler, systemNow, settings.server);
    QObject::connect(&window, &KioskWindow::closeRequested, &client.session, &LoginSession::stop);
    client.serviceManager.readyOnceDrawn(window);
    place(window, settings.windowed);
    return serve(client, application, unixSignals);
}

int runOnTerminal(KioskSettings settings, int& argc, char** argv) {
    UnixSignals unixSignals;
    QCoreApplication application(argc, argv);
    Client client(settings);
    TerminalView view(client.session, std::cout, isatty(STDOUT_FILENO) != 0);
    view.takeLinesFrom(STDIN_FILENO);
    client.serviceManager.ready();
    return serve(client, application, unixSignals);
}

int run(KioskSettings settings) {
    int argc = 1;
    char name[] = "latchkey-kiosk";
    char* argv[] = {name, nullptr};
    QCoreApplication::setApplicationName("latchkey-kiosk");
    QCoreApplication::setApplicationVersion(LATCHKEY_VERSION);
    return (settings.terminal ? runOnTerminal : runOnDisplay)(std::move(settings), argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    const auto line = latchkey::parseCommandLine(argc, argv);
    if (!line) return line.error();
    auto settings =
        latchkey::loadKioskSettings(line->flags, line->configFile, latchkey::processEnvironment());
    if (!settings) {
        std::cerr << "latchkey-kiosk: " << settings.error() << '\n';
        return kBadSettings;
    }
    if (line->action == latchkey::CommandLine::Action::CheckConfig) {
        std::cout << settings->description;
        return 0;
    }
    try {
        return run(*std::move(settings));
    } catch (const std::exception& error) {
        std::cerr << "latchkey-kiosk: " << error.what() << '\n';
        return 1;
    }
}
