// The kiosk on a bare X server, without a desktop or a window manager, while its screens come, go and change.
#include "common/wire.h"
#include "tests/e2e/kiosk/screen_wall.h"
#include "tests/support/eventually.h"
#include "tests/support/loopback_server.h"
#include "tests/support/qr_in_picture.h"

#include <QTest>

#include <csignal>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

namespace {

constexpr int kPatience = 60'000; // ms; for a busy machine
const QString kCode = "https://lobby.test/fast?s=a&c=b&t=65ec1a3f";

} // namespace

class TestKioskOnSeveralScreens : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void coversEveryScreenWhateverBecomesOfThem();
    void comesBackToItsOutput();

  private:
    void start(const QStringList& arguments = {});
    // The code is on that screen, and the window is as large as it: its corners are not black.
    bool hasTheCode(QRect screen) const {
        return eventually([&] {
            const QImage picture = m_wall->screenshot().copy(screen);
            const auto lit = [&](QPoint corner) { return picture.pixelColor(corner).lightness() > 100; };
            return picture.size() == screen.size() && lit({1, 1}) && lit(picture.rect().bottomRight()) &&
                   readQrCode(picture) == kCode;
        });
    }
    bool isDark(QRect screen) const {
        return eventually([&] {
            const QImage picture = m_wall->screenshot().copy(screen).convertToFormat(QImage::Format_RGB32);
            if (picture.size() != screen.size()) return false;
            for (int y = 0; y < picture.height(); y += 7) {
                for (int x = 0; x < picture.width(); x += 7) {
                    if (picture.pixelColor(x, y) != QColor(Qt::black)) return false;
                }
            }
            return true;
        });
    }

    std::unique_ptr<ScreenWall> m_wall;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<QProcess> m_kiosk;
};

void TestKioskOnSeveralScreens::init() {
    m_wall = std::make_unique<ScreenWall>();
    if (!m_wall->problem().isEmpty()) QSKIP(qPrintable(m_wall->problem()));
    m_wall->xrandr({"--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0"});
    m_server = std::make_unique<LoopbackServer>();
    m_server->answer(
        "/api/getqrcode",
        Answer::json(
            QrCodeAnswer{kCode.toStdString(), Sid("sid1"), SessionState::Waiting, 120s, 30s, 30s}.toJson()));
    m_server->answer("/api/checkfast",
                     Answer::json(StatusAnswer{Sid("sid1"), SessionState::Waiting, {}}.toJson()));
}

void TestKioskOnSeveralScreens::cleanup() {
    if (m_kiosk) {
        ::kill(static_cast<pid_t>(m_kiosk->processId()), SIGTERM);
        if (!eventually([this] { return m_kiosk->state() == QProcess::NotRunning; })) m_kiosk->kill();
    }
    m_kiosk.reset();
    m_server.reset();
    m_wall.reset();
}

void TestKioskOnSeveralScreens::start(const QStringList& arguments) {
    m_kiosk = std::make_unique<QProcess>();
    m_kiosk->setProcessEnvironment(m_wall->environment());
    m_kiosk->start(LATCHKEY_KIOSK_PROGRAM,
                   QStringList{"--server", QString::fromStdString(m_server->address().text())} + arguments);
    QVERIFY(m_kiosk->waitForStarted(kPatience));
}

void TestKioskOnSeveralScreens::coversEveryScreenWhateverBecomesOfThem() {
    const QRect first(0, 0, 1280, 720);
    const QRect second(1280, 0, 1024, 768);
    start();
    QVERIFY(hasTheCode(first));
    QVERIFY(isDark(second));

    m_wall->xrandr({"--output", "DUMMY1", "--off"});
    QVERIFY(hasTheCode(first));
    m_wall->xrandr({"--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0"});
    QVERIFY(isDark(second));
    QVERIFY(hasTheCode(first));

    m_wall->xrandr({"--output", "DUMMY1", "--primary"});
    QVERIFY(hasTheCode(second));
    QVERIFY(isDark(first));
    m_wall->xrandr({"--output", "DUMMY0", "--primary"});
    QVERIFY(hasTheCode(first));
    QVERIFY(isDark(second));

    m_wall->xrandr({"--output", "DUMMY0", "--mode", "1920x1080", "--output", "DUMMY1", "--mode", "1024x768",
                    "--right-of", "DUMMY0"});
    QVERIFY(hasTheCode({0, 0, 1920, 1080}));
    QVERIFY(isDark({1920, 0, 1024, 768}));
    QCOMPARE(m_kiosk->state(), QProcess::Running);
}

void TestKioskOnSeveralScreens::comesBackToItsOutput() {
    start({"--output", "DUMMY1"});
    QVERIFY(hasTheCode({1280, 0, 1024, 768}));
    QVERIFY(isDark({0, 0, 1280, 720}));
    m_wall->xrandr({"--output", "DUMMY1", "--off"});
    QVERIFY(hasTheCode({0, 0, 1280, 720}));
    m_wall->xrandr({"--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0"});
    QVERIFY(hasTheCode({1280, 0, 1024, 768}));
    QVERIFY(isDark({0, 0, 1280, 720}));
}

QTEST_GUILESS_MAIN(TestKioskOnSeveralScreens)
#include "tst_kiosk_on_several_screens.moc"
