// The kiosk beside Chromium in kiosk mode with the same sign-in screen as a page (page.html), on the same
// screen and in turns: how long until a phone can read the code, memory, CPU of an idle minute; and how long
// the kiosk takes to unlock.
//
// What is on the screen is read from the X server's own memory. "Unlocked" is when the dashboard is there: 95
// % of the pixels in which dashboards differ from the login screen, and not from one another, look as they
// do. The clock for it starts when the approving phone has the server's answer in hand.
#include "tests/bench/kiosk/framebuffer.h"
#include "tests/bench/kiosk/process_tree.h"
#include "tests/phone/addresses.h"
#include "tests/phone/payload.h"
#include "tests/phone/submission.h"
#include "tests/support/qr_in_picture.h"
#include "tests/support/server_process.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr int kStarts = 5;
constexpr int kUnlocks = 20;
constexpr int kEvery = 3;      // of the pixels, each way, are looked at: enough, and quick
constexpr auto kSettling = 5s; // until nothing of the start is left
constexpr auto kIdle = 60s;
constexpr auto kWelcome = 600ms;     // after an approval its card is on the dashboard, and does not fade yet
constexpr qint64 kPatience = 60'000; // ms

void pause(std::chrono::milliseconds duration) {
    QThread::msleep(static_cast<unsigned long>(duration.count()));
}

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Figures {
    std::vector<double> starts_ms;
    double memory_MiB = 0;
    int processes = 0;
    double cpu_s = 0;

    double best() const { return *std::min_element(starts_ms.begin(), starts_ms.end()); }
};

class Bench {
  public:
    void run() {
        enrol();
        started("chromium"); // fills its cache
        for (int turn = 0; turn < kStarts; ++turn) {
            m_kiosk.starts_ms.push_back(timeToCode("kiosk"));
            m_chromium.starts_ms.push_back(timeToCode("chromium"));
        }
        measureIdle("kiosk", m_kiosk);
        measureIdle("chromium", m_chromium);
        measureUnlocks();
        print();
    }

  private:
    // Ends it, and waits until it is gone, when the result is dropped.
    using Running = std::unique_ptr<QProcess, void (*)(QProcess*)>;

    Running start(const QString& side) {
        Running process(new QProcess, [](QProcess* ending) {
            ending->terminate();
            if (!ending->waitForFinished(10'000)) ending->kill();
            ending->waitForFinished();
            delete ending;
        });
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("DISPLAY", m_screen.name());
        environment.insert("QT_QPA_PLATFORM", "xcb");
        environment.insert("HOME", QString::fromStdString(m_home.path().string()));
        environment.remove("XDG_CONFIG_HOME");
        process->setProcessEnvironment(environment);
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        const QString server = QString::fromStdString(m_server.url());
        if (side == "kiosk") {
            process->start(LATCHKEY_KIOSK_PROGRAM, {"--server", server});
        } else {
            QStringList arguments{"--kiosk",
                                  "--window-size=1920,1080",
                                  "--window-position=0,0",
                                  "--no-first-run",
                                  "--password-store=basic",
                                  "--disable-web-security", // the page is a file, and asks a server
                                  "--user-data-dir=" +
                                      QString::fromStdString(m_home.file("chromium").string())};
            if (geteuid() == 0) arguments << "--no-sandbox"; // it does not run as root otherwise
            process->start(LATCHKEY_CHROMIUM,
                           arguments << LATCHKEY_BENCH_PAGE "?" +
                                            QString::fromLatin1(QUrl::toPercentEncoding(server)));
        }
        if (!process->waitForStarted()) qFatal("%s does not start", qPrintable(side));
        return process;
    }

    // Only pictures that have changed are worth a look.
    QString waitForCode() {
        QElapsedTimer timer;
        QImage seen;
        for (timer.start(); timer.elapsed() < kPatience; pause(5ms)) {
            const QImage now = m_screen.picture();
            m_seenAt = m_sinceStart.elapsed();
            if (now == seen) continue;
            seen = now;
            const QString code = readQrCode(now);
            if (!code.isEmpty()) return code;
        }
        qFatal("no code appears on the screen");
        return {};
    }

    // Who was here before has to be off the screen, or its code would count as the next one's.
    void waitForEmptyScreen() {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < kPatience; pause(5ms)) {
            const QImage now = m_screen.picture();
            QImage empty(now.size(), now.format());
            empty.fill(now.pixel(0, 0));
            if (now == empty) return;
        }
        qFatal("the screen does not become empty");
    }

    Running started(const QString& side) {
        waitForEmptyScreen();
        m_sinceStart.start();
        Running process = start(side);
        waitForCode();
        return process;
    }

    double timeToCode(const QString& side) {
        const Running process = started(side);
        std::fprintf(stderr, "%s: %lld ms\n", qPrintable(side), static_cast<long long>(m_seenAt));
        return static_cast<double>(m_seenAt);
    }

    void measureIdle(const QString& side, Figures& figures) {
        const Running process = started(side);
        std::fprintf(stderr, "%s: an idle minute\n", qPrintable(side));
        pause(kSettling);
        const auto root = static_cast<pid_t>(process->processId());
        const ProcessTreeUse before = useOfTree(root);
        pause(kIdle);
        const ProcessTreeUse after = useOfTree(root);
        figures.memory_MiB = after.memory_MiB;
        figures.processes = after.processes;
        figures.cpu_s = std::chrono::duration<double>(after.cpu - before.cpu).count();
    }

    void enrol() {
        const QString address =
            QString::fromStdString(phone::addressOf(m_key.publicKey(), phone::AddressKind::P2wpkh));
        m_server.administer({"user", "add", "Ada Lovelace"});
        const auto added = m_server.administer({"device", "add", "Ada Lovelace", "--address", address});
        if (added.exitStatus != 0) qFatal("%s", added.err.constData());
    }

    void approve(const QString& code) {
        const std::string text = code.toStdString();
        phone::PayloadOptions options;
        options.addressKind = phone::AddressKind::P2wpkh;
        const auto payload = phone::Payload::sign(m_key, text, options);
        const auto answer =
            phone::submit(phone::Destination::of(text)->webhook, payload, phone::PayloadEncoding::Json);
        m_approvedAt = m_sinceStart.nsecsElapsed();
        if (!answer || !answer->approved()) qFatal("the server does not approve");
    }

    void signOut() {
        QProcess key;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("DISPLAY", m_screen.name());
        key.setProcessEnvironment(environment);
        key.start("xdotool", {"key", "Return"});
        key.waitForFinished();
    }

    // Learns what every dashboard looks like while it welcomes, and the login screen does not: the last
    // sign-in and the activity are another each time.
    void learnDashboard() {
        waitForCode();
        const QImage login = m_screen.picture();
        const QImage first = pictureOfADashboard();
        m_dashboard = pictureOfADashboard();
        for (int y = 0; y < login.height(); y += kEvery) {
            for (int x = 0; x < login.width(); x += kEvery) {
                const QRgb pixel = m_dashboard.pixel(x, y);
                if (login.pixel(x, y) != pixel && first.pixel(x, y) == pixel) m_different.emplace_back(x, y);
            }
        }
    }

    QImage pictureOfADashboard() {
        approve(waitForCode());
        pause(kWelcome);
        const QImage picture = m_screen.picture();
        signOut();
        return picture;
    }

    bool dashboardShown() const {
        const QImage now = m_screen.picture();
        const auto same = std::count_if(m_different.begin(), m_different.end(), [&](const QPoint& at) {
            return now.pixel(at) == m_dashboard.pixel(at);
        });
        return static_cast<double>(same) >= 0.95 * static_cast<double>(m_different.size());
    }

    void measureUnlocks() {
        const Running process = started("kiosk");
        std::fprintf(stderr, "kiosk: %d unlocks\n", kUnlocks);
        learnDashboard();
        for (int round = 0; round < kUnlocks; ++round) {
            const QString code = waitForCode();
            pause(300ms); // until it is at rest again
            m_approvedAt = 0;
            std::thread phone([this, code] { approve(code); });
            QElapsedTimer timer;
            timer.start();
            while (!dashboardShown()) {
                if (timer.elapsed() > kPatience) qFatal("no dashboard appears on the screen");
                pause(1ms);
            }
            const qint64 shownAt = m_sinceStart.nsecsElapsed();
            phone.join();
            // A dashboard that is there before the phone has its answer took no time.
            m_unlocks_ms.push_back(std::max(0.0, static_cast<double>(shownAt - m_approvedAt) / 1e6));
            signOut();
        }
    }

    static void row(const char* what, double kiosk, double chromium, const char* unit) {
        std::printf("%-34s %10.2f %10.2f %s %8.1f x\n", what, kiosk, chromium, unit, chromium / kiosk);
    }

    // Each of them, so that an odd one is seen.
    static void list(const char* side, const std::vector<double>& values_ms) {
        std::printf("%s, ms:", side);
        for (const double value : values_ms) std::printf(" %.0f", value);
        std::printf("\n");
    }

    void print() const {
        list("kiosk's starts", m_kiosk.starts_ms);
        list("Chromium's starts", m_chromium.starts_ms);
        list("unlocks", m_unlocks_ms);
        std::printf("%-34s %10s %10s\n", "", "kiosk", "Chromium");
        row("start to a readable code, best", m_kiosk.best(), m_chromium.best(), "ms ");
        row("start to a readable code, median", medianOf(m_kiosk.starts_ms), medianOf(m_chromium.starts_ms),
            "ms ");
        row("memory (PSS of all processes)", m_kiosk.memory_MiB, m_chromium.memory_MiB, "MiB");
        row("processes", m_kiosk.processes, m_chromium.processes, "   ");
        row("CPU of an idle minute", m_kiosk.cpu_s, m_chromium.cpu_s, "s  ");
        std::printf("%-34s %10.1f            ms  (best %.1f, worst %.1f)\n", "approval to dashboard, median",
                    medianOf(m_unlocks_ms), *std::min_element(m_unlocks_ms.begin(), m_unlocks_ms.end()),
                    *std::max_element(m_unlocks_ms.begin(), m_unlocks_ms.end()));
    }

    TemporaryFolder m_home;
    ServerProcess m_server;
    Framebuffer m_screen;
    phone::WalletKey m_key = *phone::WalletKey::generate();
    QElapsedTimer m_sinceStart;
    qint64 m_seenAt = 0;                  // ms
    std::atomic<qint64> m_approvedAt = 0; // ns
    QImage m_dashboard;
    std::vector<QPoint> m_different;
    Figures m_kiosk;
    Figures m_chromium;
    std::vector<double> m_unlocks_ms;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    Bench().run();
    return 0;
}
