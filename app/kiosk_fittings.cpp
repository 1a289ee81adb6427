#include "app/kiosk_fittings.h"

namespace latchkey {

namespace {

constexpr int kLongestDetail = 60; // characters, of which UTF-8 makes 180 bytes at most: see KioskEvent

} // namespace

KioskFittings::KioskFittings(const FittingSettings& settings, Around around, const Theme& theme,
                             QWidget& window)
    : m_around(around),
      m_window(window),
      m_inactivity(around.scheduler, settings.idleLock),
      m_idleWarning(nullptr),
      m_hooks(settings.hooks, around.scheduler, QProcessEnvironment::systemEnvironment()),
      m_pinPrompt(settings, around.scheduler, around.log, theme, window) {
    lockWhenIdle();
    runHooks();
    if (!settings.speechProgram.empty()) speakWith(settings.speechProgram);
    letTheOperatorLeave();
    dressIdleWarning(theme);
}

void KioskFittings::dress(const Theme& theme) {
    dressIdleWarning(theme);
    m_pinPrompt.dress(theme);
}

void KioskFittings::dressIdleWarning(const Theme& theme) {
    delete m_idleWarning;
    m_idleWarning = new IdleWarning(theme, &m_window);
    connect(&m_inactivity, &InactivityTimer::countdownChanged, m_idleWarning, &IdleWarning::showSecondsLeft);
    // Queued: the touch that says "I am here" is still on its way, and must not reach what lies below.
    connect(&m_inactivity, &InactivityTimer::cancelled, m_idleWarning, &IdleWarning::dismiss,
            Qt::QueuedConnection);
    connect(&m_inactivity, &InactivityTimer::expired, m_idleWarning, &IdleWarning::dismiss);
    connect(m_idleWarning, &IdleWarning::announced, this, &KioskFittings::announced);
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
    connect(&m_pinPrompt, &PinPrompt::happened, this, &KioskFittings::happened);
    connect(&m_pinPrompt, &PinPrompt::announced, this, &KioskFittings::announced);
    connect(&m_pinPrompt, &PinPrompt::leaveRequested, &m_around.session, &LoginSession::stop);
}

} // namespace latchkey
