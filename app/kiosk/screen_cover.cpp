#include "app/kiosk/screen_cover.h"

#include "app/kiosk/lockdown.h"

#include <QGuiApplication>

#include <utility>

namespace latchkey {

namespace {

std::unique_ptr<QWidget> makeCover() {
    auto cover = std::make_unique<QWidget>(nullptr, Qt::Window | Qt::WindowDoesNotAcceptFocus);
    Lockdown::keepOnTop(*cover);
    cover->setAttribute(Qt::WA_ShowWithoutActivating);
    QPalette dark = cover->palette();
    dark.setColor(QPalette::Window, Qt::black); // as if it were off, whatever the theme
    cover->setPalette(dark);
    cover->setCursor(Qt::BlankCursor);
    return cover;
}

} // namespace

ScreenCover::ScreenCover(QWidget& window, QString output) : m_window(window), m_output(std::move(output)) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ScreenCover::arrange);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen* screen) {
        watch(screen);
        m_soon.start();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this](QScreen* screen) {
        m_covers.erase(screen); // at once: Qt would move it to a screen that is still there
        m_soon.start();
    });
    for (QScreen* screen : QGuiApplication::screens()) watch(screen);
    Lockdown::keepOnTop(m_window);
    arrange();
}

void ScreenCover::watch(QScreen* screen) {
    connect(screen, &QScreen::geometryChanged, &m_soon, qOverload<>(&QTimer::start));
}

void ScreenCover::arrange() {
    QList<QScreen*> screens = QGuiApplication::screens();
    if (QScreen* primary = QGuiApplication::primaryScreen(); screens.removeOne(primary))
        screens.prepend(primary);
    QList<ScreenInfo> infos;
    for (const QScreen* screen : screens) infos.append({screen->name(), screen->geometry()});
    const ScreenPlan plan = planScreens(infos, m_output);

    QList<QScreen*> covered;
    for (const qsizetype at : plan.covered) covered.append(screens[at]);
    std::erase_if(m_covers, [&](const auto& entry) { return !covered.contains(entry.first); });
    for (QScreen* screen : covered) cover(screen);

    if (plan.login) placeWindow(screens[*plan.login]);
    const QString name = plan.login ? infos[*plan.login].name : QString();
    if (std::exchange(m_screenName, name) != name) emit moved(name);
}

void ScreenCover::placeWindow(QScreen* screen) {
    const bool there = m_window.isFullScreen() && m_window.screen() == screen;
    if (!there || m_window.geometry() != screen->geometry()) {
        if (m_window.isFullScreen()) m_window.setWindowState(Qt::WindowNoState); // or it would not move
        m_window.setScreen(screen);
        m_window.setGeometry(screen->geometry());
        m_window.showFullScreen();
    }
    m_window.raise();
    m_window.activateWindow();
}

void ScreenCover::cover(QScreen* screen) {
    auto& cover = m_covers[screen];
    if (!cover) cover = makeCover();
    cover->setScreen(screen);
    cover->setGeometry(screen->geometry());
    cover->showFullScreen();
}

} // namespace latchkey
