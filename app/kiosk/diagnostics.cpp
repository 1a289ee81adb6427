#include "app/kiosk/diagnostics.h"

#include "app/private_file.h"
#include "app/widgets/theme.h"
#include "common/time_format.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QScreen>
#include <QSysInfo>

#include <fstream>
#include <sstream>

namespace latchkey {

namespace {

std::string section(const char* title, const std::string& content) {
    return "\n== " + std::string(title) + "\n" + content;
}

std::string versions() {
    std::ostringstream text;
    text << "latchkey-kiosk " << LATCHKEY_VERSION << "\nQt " << qVersion() << " (built with "
         << QT_VERSION_STR << ")\n"
         << QSysInfo::prettyProductName().toStdString() << ", " << QSysInfo::kernelType().toStdString() << ' '
         << QSysInfo::kernelVersion().toStdString() << ", "
         << QSysInfo::currentCpuArchitecture().toStdString() << '\n';
    return text.str();
}

std::string display() {
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance())) return "none\n";
    std::ostringstream text;
    text << "platform " << QGuiApplication::platformName().toStdString() << '\n';
    for (const QScreen* screen : QGuiApplication::screens()) {
        const QRect area = screen->geometry();
        text << "screen " << screen->name().toStdString() << ' ' << area.width() << 'x' << area.height()
             << '+' << area.x() << '+' << area.y() << ", scale " << screen->devicePixelRatio() << ", "
             << screen->refreshRate() << " Hz"
             << (screen == QGuiApplication::primaryScreen() ? ", primary" : "") << '\n';
    }
    for (const auto& [use, face] : {std::pair("text", Face::Text), std::pair("code", Face::Code)}) {
        const QFontInfo font(themeFont(16, QFont::Normal, face));
        text << use << " in " << font.family().toStdString() << '\n';
    }
    return text.str();
}

// What /proc/self/status says of memory and threads.
std::string process() {
    std::ifstream status("/proc/self/status");
    std::string text;
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("Vm") || line.starts_with("Rss") || line.starts_with("Threads"))
            text += line + '\n';
    }
    return text;
}

std::filesystem::path temporaryFolder() {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    return error ? "/tmp" : folder;
}

} // namespace

Diagnostics::Diagnostics(std::string settings, const LogRing& log, const Scheduler& scheduler, Now now)
    : m_settings(std::move(settings)),
      m_log(log),
      m_scheduler(scheduler),
      m_now(std::move(now)),
      m_startedAt(scheduler.now()),
      m_phaseSince(m_startedAt) {}

void Diagnostics::onPhase(std::string_view name) {
    m_phase = name;
    m_phaseSince = m_scheduler.now();
    ++m_entered[m_phase];
}

std::string Diagnostics::session() const {
    const auto secondsSince = [this](Scheduler::Instant instant) {
        return std::chrono::floor<std::chrono::seconds>(m_scheduler.now() - instant).count();
    };
    std::ostringstream text;
    text << "running for " << secondsSince(m_startedAt) << " s\nphase " << m_phase << " for "
         << secondsSince(m_phaseSince) << " s\n";
    for (const auto& [phase, times] : m_entered) text << "entered " << phase << ' ' << times << " times\n";
    return text.str();
}

std::string Diagnostics::report() const {
    std::string log;
    for (const std::string& line : m_log.lines()) log += line + '\n';
    return "Latchkey's display client, " + toRfc3339(m_now()) + '\n' + section("Versions", versions()) +
           section("Display", display()) + section("Session", session()) + section("Process", process()) +
           section("Settings", m_settings) + section("Log", log);
}

Result<std::filesystem::path, std::string> Diagnostics::write(std::filesystem::path folder) const {
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (folder.empty() || error) folder = temporaryFolder();
    std::string time = toRfc3339(m_now());
    std::erase(time, ':'); // which scp takes for the end of a host's name
    const std::filesystem::path file = folder / ("latchkey-kiosk-diagnostics-" + time + ".txt");
    if (const auto written = writePrivateFile(file, report()); !written)
        return Failure{file.string() + ": " + written.error()};
    return file;
}

} // namespace latchkey
