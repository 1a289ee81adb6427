#include "app/kiosk_fittings.h"

#include <QResizeEvent>
#include <QTime>

#include <algorithm>

namespace latchkey {

using namespace std::chrono_literals;

namespace {

constexpr auto kPinPadFor = 20s;   // without input
constexpr int kLongestDetail = 60; // characters, of which UTF-8 makes 180 bytes at most: see KioskEvent

} // namespace

KioskFittings::KioskFittings(const FittingSettings& settings, Around around, const Theme& theme,
                             QWidget& window)
    : m_around(around),
      m_window(window),
      m_output(QString::fromStdString(settings.output)),
      m_inactivity(around.scheduler, settings.idleLock),
      m_idleWarning(nullptr),
      m_hooks(settings.hooks, around.scheduler, QProcessEnvironment::systemEnvironment()),
      m_pinGuard(settings.operatorPin, settings.pinAttemptsFile(), around.scheduler),
      m_corner(around.scheduler),
      m_pinView(nullptr),
      m_pinAttended(around.scheduler, kPinPadFor),
      m_burnIn(around.scheduler) {
    lockWhenIdle();
    runHooks();
    if (!settings.speechProgram.empty()) speakWith(settings.speechProgram);
    if (settings.night) dimAtNight(settings);
    connect(&m_burnIn, &BurnInShift::moved, this, &KioskFittings::shifted);
    if (!settings.operatorPin.empty()) letTheOperatorLeave();
    dress(theme);
}

void KioskFittings::dress(const Theme& theme) {
    delete m_idleWarning;
    m_idleWarning = new IdleWarning(theme, &m_window);
    connect(&m_inactivity, &InactivityTimer::countdownChanged, m_idleWarning, &IdleWarning::showSecondsLeft);
    // Queued: the touch that says "I am here" is still on its way, and must not reach what lies below.
    connect(&m_inactivity, &InactivityTimer::cancelled, m_idleWarning, &IdleWarning::dismiss,
            Qt::QueuedConnection);
    connect(&m_inactivity, &InactivityTimer::expired, m_idleWarning, &IdleWarning::dismiss);
    connect(m_idleWarning, &IdleWarning::announced, this, &KioskFittings::announced);

    delete m_pinView;
    m_pinView = new PinView(theme, &m_window);
    connect(m_pinView, &PinView::announced, this, &KioskFittings::announced);
    connect(m_pinView, &PinView::entered, this, &KioskFittings::tryPin);
    connect(m_pinView, &PinView::left, this, [this] {
        m_pinAttended.setEnabled(false);
        m_lockTick.cancel();
    });
    connect(&m_pinAttended, &InactivityTimer::expired, m_pinView, &PinView::leave);
}

void KioskFittings::takeTheScreen() {
    m_screen = std::make_unique<WholeScreen>(m_window, m_output, m_around.scheduler);
    const auto tell = [this](const QString& screen) {
        if (m_output.isEmpty() || m_output == screen) {
            m_around.log.info("kiosk.on_screen", {{"screen", screen.toStdString()}});
        } else {
            m_around.log.warning("kiosk.output_missing",
                                 {{"output", m_output.toStdString()}, {"screen", screen.toStdString()}});
        }
    };
    connect(&m_screen->cover, &ScreenCover::moved, this, tell);
    tell(m_screen->cover.screenName());
    keepAwake();
    m_burnIn.setScreenSize(m_window.size());
    m_window.installEventFilter(this);
}

bool KioskFittings::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize) m_burnIn.setScreenSize(static_cast<QResizeEvent*>(event)->size());
    return false;
}

void KioskFittings::dimAtNight(const FittingSettings& settings) {
    const auto minuteOfDay = [] { return QTime::currentTime().msecsSinceStartOfDay() / 60'000; };
    m_night = std::make_unique<Night>(*settings.night, minuteOfDay, m_around.scheduler);
    auto* shade = new NightShade(settings.nightBrightness, &m_window);
    shade->setVisible(m_night->isNow());
    connect(m_night.get(), &Night::changed, shade, &QWidget::setVisible);
}

void KioskFittings::keepAwake() {
    m_awake = std::make_unique<ScreenAwake>(QDBusConnection::sessionBus(), QDBusConnection::systemBus());
    connect(m_awake.get(), &ScreenAwake::held, this, [this](const QString& by) {
        m_around.log.info("kiosk.kept_awake", {{"by", by.toStdString()}});
    });
    connect(m_awake.get(), &ScreenAwake::unavailable, this,
            [this](const QString& who, const QString& reason) {
                m_around.log.debug("kiosk.not_kept_awake",
                                   {{"by", who.toStdString()}, {"reason", reason.toStdString()}});
            });
}

void KioskFittings::lockWhenIdle() {
    connect(&m_around.session, &LoginSession::phaseChanged, this, [this] {
        m_inactivity.setEnabled(std::holds_alternative<phase::SignedIn>(m_around.session.phase()));
    });
    connect(&m_inactivity, &InactivityTimer::expired, &m_around.session, &LoginSession::signOut);
}

void KioskFittings::runHooks() {
    connect(&m_hooks, &Hooks::said, this, [this](const QString& line) {
        m_around.log.debug("hook.said", {{"line", line.toStdString()}});
    });
    connect(&m_hooks, &Hooks::failed, this, [this](const QString& sentence) {
        m_around.log.warning("hook.failed", {{"reason", sentence.toStdString()}});
        emit happened("hook_failed", sentence.left(kLongestDetail));
    });
    connect(&m_hooks, &Hooks::finished, this, &KioskFittings::hookEnded);
    connect(&m_around.session, &LoginSession::phaseChanged, this, &KioskFittings::onPhase);
}

// Locked is whatever shows no dashboard: also while the server is away, since the login may have been revoked
// meanwhile.
void KioskFittings::onPhase() {
    const auto* login = std::get_if<phase::SignedIn>(&m_around.session.phase());
    if (login && !m_unlockedBy) {
        const DashboardAnswer& dashboard = *login->dashboard;
        m_unlockedBy =
            Hooks::Login{QString::fromStdString(dashboard.userId), QString::fromStdString(dashboard.userName),
                         QString::fromStdString(dashboard.loginId),
                         dashboard.kiosk ? QString::fromStdString(dashboard.kiosk->name) : QString()};
        m_hooks.run(Hooks::Event::Unlock, *m_unlockedBy);
    } else if (!login && m_unlockedBy) {
        m_hooks.run(Hooks::Event::Lock, *m_unlockedBy);
        m_unlockedBy.reset();
    }
}

void KioskFittings::speakWith(const std::filesystem::path& program) {
    m_speech =
        std::make_unique<Speech>(program, m_around.scheduler, QProcessEnvironment::systemEnvironment());
    connect(m_speech.get(), &Speech::failed, this, [this](const QString& sentence) {
        m_around.log.warning("speech.failed", {{"reason", sentence.toStdString()}});
    });
}

void KioskFittings::speak(const QString& sentence, const QString& language) {
    if (m_speech) m_speech->say(sentence, language);
}

void KioskFittings::letTheOperatorLeave() {
    connect(&m_pinGuard, &PinGuard::happened, this, [this](const QString& name, const QString& detail) {
        m_around.log.warning("kiosk." + name.toStdString(), {{"detail", detail.toStdString()}});
    });
    connect(&m_pinGuard, &PinGuard::happened, this, &KioskFittings::happened);
    connect(&m_pinGuard, &PinGuard::failed, this, [this](const QString& sentence) {
        m_around.log.warning("kiosk.pin_count_not_kept", {{"reason", sentence.toStdString()}});
    });
    // Queued: the fifth tap belongs to what is below the pad.
    connect(
        &m_corner, &CornerGesture::made, this,
        [this] {
            m_pinView->open();
            m_pinAttended.setEnabled(true);
            showLock();
        },
        Qt::QueuedConnection);
}

void KioskFittings::tryPin(const PinDigits& pin) {
    switch (m_pinGuard.attempt(pin)) {
    case PinGuard::Answer::Right:
        m_pinView->leave();
        return m_around.session.stop();
    case PinGuard::Answer::Wrong:
        return m_pinView->showWrong();
    case PinGuard::Answer::Locked:
        break;
    }
    showLock();
}

// Counts down while the pad is open.
void KioskFittings::showLock() {
    const auto left = m_pinGuard.lockedFor();
    if (left == left.zero()) return m_pinView->showReady();
    m_pinView->showLocked(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
    m_lockTick = m_around.scheduler.after(std::min<Scheduler::Duration>(left, 1s), [this] { showLock(); });
}

} // namespace latchkey
