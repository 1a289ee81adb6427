#include "app/screen_fittings.h"

#include "app/views/night_shade.h"

#include <QResizeEvent>
#include <QTime>

namespace latchkey {

ScreenFittings::ScreenFittings(const FittingSettings& settings, LobbyWindow& window, Scheduler& scheduler,
                               EventLog& log)
    : m_window(window),
      m_scheduler(scheduler),
      m_log(log),
      m_output(QString::fromStdString(settings.output)),
      m_burnIn(scheduler) {
    if (settings.night) dimAtNight(settings);
    connect(&m_burnIn, &BurnInShift::moved, &window, &LobbyWindow::setShift);
}

void ScreenFittings::dimAtNight(const FittingSettings& settings) {
    const auto minuteOfDay = [] { return QTime::currentTime().msecsSinceStartOfDay() / 60'000; };
    m_night = std::make_unique<Night>(*settings.night, minuteOfDay, m_scheduler);
    auto* shade = new NightShade(settings.nightBrightness, &m_window);
    shade->setVisible(m_night->isNow());
    connect(m_night.get(), &Night::changed, shade, &QWidget::setVisible);
}

void ScreenFittings::takeTheScreen() {
    m_screen = std::make_unique<WholeScreen>(m_window, m_output, m_scheduler);
    connect(&m_screen->cover, &ScreenCover::moved, this, &ScreenFittings::tellWhichScreen);
    tellWhichScreen(m_screen->cover.screenName());
    keepAwake();
    m_burnIn.setScreenSize(m_window.size());
    m_window.installEventFilter(this);
}

bool ScreenFittings::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize) m_burnIn.setScreenSize(static_cast<QResizeEvent*>(event)->size());
    return false;
}

void ScreenFittings::tellWhichScreen(const QString& screen) {
    if (m_output.isEmpty() || m_output == screen) {
        m_log.info("kiosk.on_screen", {{"screen", screen.toStdString()}});
    } else {
        m_log.warning("kiosk.output_missing",
                      {{"output", m_output.toStdString()}, {"screen", screen.toStdString()}});
    }
}

void ScreenFittings::keepAwake() {
    m_awake = std::make_unique<ScreenAwake>(QDBusConnection::sessionBus(), QDBusConnection::systemBus());
    connect(m_awake.get(), &ScreenAwake::held, this, [this](const QString& by) {
        m_log.info("kiosk.kept_awake", {{"by", by.toStdString()}});
    });
    connect(m_awake.get(), &ScreenAwake::unavailable, this,
            [this](const QString& who, const QString& reason) {
                m_log.debug("kiosk.not_kept_awake",
                            {{"by", who.toStdString()}, {"reason", reason.toStdString()}});
            });
}

} // namespace latchkey
